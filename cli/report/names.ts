/** The forms in which `check` prints, by name; apart from their code, some of which is heavy to load. */
export const FORMAT_NAMES = ['pretty', 'json', 'ndjson', 'sarif', 'markdown', 'csv'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
