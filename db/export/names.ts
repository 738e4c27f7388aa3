/** The forms of export and the tables that can be exported, by name; apart from their code, which is heavy to load. */
export const EXPORT_NAMES = ['csv', 'json', 'ndjson', 'parquet', 'xlsx', 'datapackage'] as const;
export type ExportName = (typeof EXPORT_NAMES)[number];

export const VIEW_NAMES = ['facts', 'wide', 'findings', 'link-findings'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];
