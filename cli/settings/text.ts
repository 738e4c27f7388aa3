/** The value of a setting as people write it: a list by its commas, all else as it stands. */
export const settingText = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(String).join(',')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
