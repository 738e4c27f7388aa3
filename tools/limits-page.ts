import { ABOUT, Config, DEFAULT_CONFIG } from '../model/config.ts';
import { STAGE_NAMES } from '../model/status.ts';
import { ProgressEvent } from '../pipeline/events.ts';
import { READING_SHARE } from '../pipeline/isolation/budget.ts';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const limits = (): string =>
  table(
    ['limit', 'default', 'what it bounds'],
    Object.entries(Config.unwrap().shape).flatMap(([name, field]) => {
      const value = Object.entries(DEFAULT_CONFIG).find(([key]) => key === name)?.[1];
      const about = ABOUT.get(field);
      return typeof value === 'number' && about !== undefined
        ? [[`\`${name}\``, value.toLocaleString('en'), about.en]]
        : [];
    }),
  );

const events = (): string =>
  table(
    ['kind', 'fields', 'meaning'],
    ProgressEvent.options.map((option) => {
      const { kind, ...fields } = option.unwrap().shape;
      const names = Object.keys(fields).map((name) => `\`${name}\``);
      return [`\`${kind.value}\``, names.join(', '), option.description ?? ''];
    }),
  );

/** The part of the page on ingest about how documents are kept apart, their limits, progress, and times. */
export const limitsPart = (): string => `## Each document on its own

Every document is read and checked in a worker that is a process of its own, so that whatever its bytes do (an endless loop,
memory without end, a crash in native code) ends that document alone. Workers stay warm over many documents; one that dies,
hangs or swells is replaced. \`--jobs\` documents are read and checked at a time. A document that needs recognition gives its
place to another and waits until fewer than \`--recognitions\` are recognizing. One thread writes, each document wholly or not
at all; what comes while it writes goes into the next transaction together. Paths are looked for only as fast as documents
are done, and at most 256 MiB of files are held at a time.

## Limits

${limits()}

\`--timeout\` bounds the time by the clock of one document, 60 seconds where nothing else is said; it starts anew with every page
that has been recognized.

A document that passes a limit on time, processor time or memory is \`failed\` with \`timeout\`, \`cpu-time\` or \`memory\`; the
reason names the stage and the limit, and the next run tries it again. Readers of paged documents stop before that, between
two pages, at ${READING_SHARE * 100} % of the limit: the document is then \`partial\`, and the reason names the pages that were not read. Where
there are more tables, cells, figures or findings than the limits allow, the document is \`partial\` with \`too-large\` and keeps the
first tables, figures or the gravest findings; one that lost figures is not checked, because its sums would be wrong without
the report being so. Memory is the resident memory of the worker, native code and pictures with it; its JavaScript objects may
take 2 GiB of that. It is looked at ten times a second, as is processor time.

## Progress

On a terminal there is a bar with pages a second, failures and the time left; elsewhere a line now and then on the error stream.
With \`--format ndjson\` every event is one line of JSON on the standard output, with \`at\`, the seconds since the command began
([schema](schema/event.schema.json)):

${events()}

\`spent\` is a list of what each stage took: \`stage\` (${STAGE_NAMES.map((name) => `\`${name}\``).join(', ')}), \`wallMs\` by the clock,
\`cpuMs\` of all processors, and \`peakBytes\`, the memory that the worker held at most.

## Times

The same is kept in the table \`timings\` of the database ([schema](schema.md#timings)), for each document of its last reading.
\`duizhang stats\` sums it up: every stage with its total, share, median, 95th percentile (nearest rank) and maximum, the slowest
documents, pages a second, and failures by reason and stage ([schema](schema/stats.schema.json)). Exports hold no times.
`;
