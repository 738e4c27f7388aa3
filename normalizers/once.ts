/**
 * The function, computed once for each object that it is asked about and remembered for as long as the object lives.
 * Only for pure functions over readonly data: rules share what they derive from one reading.
 */
export function onceFor<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}
