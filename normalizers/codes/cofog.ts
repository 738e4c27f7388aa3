import data from './cofog.json' with { type: 'json' };

const DIVISIONS: ReadonlyMap<string, string | null> = new Map(
  data.divisions.map(({ code, division }) => [code, division]),
);

/**
 * The division of COFOG (01 to 10) that a functional code falls into: that of its own 款 where it differs, else that of its
 * class; null for a class that falls into several, and for what is no functional code.
 */
export function cofogOf(functionCode: string): string | null {
  for (const length of [5, 3]) {
    const division = DIVISIONS.get(functionCode.slice(0, length));
    if (division !== undefined) return division;
  }
  return null;
}
