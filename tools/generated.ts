import { z } from 'zod';
import { EventLine } from '../cli/print/events.ts';
import { schemaPage } from '../db/describe.ts';
import { LinkReport } from '../model/link-report.ts';
import { Report } from '../model/report.ts';
import { StatsReport } from '../model/stats-report.ts';
import { LayoutInput } from '../pipeline/layout-input.ts';
import { checkPage } from './check-page.ts';
import { configPage, configSchema } from './config-page.ts';
import { exportPage } from './export-page.ts';
import { ingestPage } from './ingest-page.ts';
import { rulesPages } from './rules-page.ts';

/** A file that is made from the code: its path in the repository and what stands in it. */
export interface Generated {
  readonly path: string;
  readonly content: string;
}

/** As readers of the output see it: more fields may come, and "readonly" is a matter of this program only. */
function schemaFile(schema: z.ZodType, title: string): string {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return `${JSON.stringify({ title, ...made }, null, 2)}\n`;
}

/** Every generated page and schema. */
export const generated = (): readonly Generated[] => [
  {
    path: 'docs/schema/report.schema.json',
    content: schemaFile(Report, 'What duizhang check --format json prints for one document'),
  },
  {
    path: 'docs/schema/link.schema.json',
    content: schemaFile(LinkReport, 'What duizhang link --format json prints for one database'),
  },
  {
    path: 'docs/schema/layout.schema.json',
    content: schemaFile(LayoutInput, 'What duizhang check --from layout takes for one document'),
  },
  {
    path: 'docs/schema/stats.schema.json',
    content: schemaFile(StatsReport, 'What duizhang stats --format json prints for one database'),
  },
  {
    path: 'docs/schema/event.schema.json',
    content: schemaFile(EventLine, 'One line of what duizhang ingest --format ndjson prints'),
  },
  { path: 'docs/schema/config.schema.json', content: configSchema() },
  { path: 'docs/config.md', content: configPage() },
  { path: 'docs/schema.md', content: schemaPage() },
  { path: 'docs/ingest.md', content: ingestPage() },
  { path: 'docs/check.md', content: checkPage() },
  { path: 'docs/export.md', content: exportPage() },
  { path: 'docs/ingest.md', content: ingestPage() },
  ...rulesPages(),
];
