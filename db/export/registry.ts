import { csv } from './csv.ts';
import { datapackage } from './datapackage.ts';
import type { ExportFormat } from './format.ts';
import { json, ndjson } from './json.ts';
import type { ExportName } from './names.ts';
import { parquet } from './parquet.ts';
import { xlsx } from './xlsx.ts';

/** Every form of export. */
export const EXPORT_FORMATS: Readonly<Record<ExportName, ExportFormat>> = {
  csv,
  json,
  ndjson,
  parquet,
  xlsx,
  datapackage,
};
