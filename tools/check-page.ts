import { waiverPath } from '../cli/known/waivers.ts';
import { FORMAT_NAMES, type FormatName } from '../cli/report/names.ts';

const FORMS: Readonly<Record<FormatName, string>> = {
  pretty: 'lines for people, as a linter prints them, and the counts below each document',
  json: 'the whole report: one object, or an array of several ([schema](schema/report.schema.json))',
  ndjson: 'the same, one object a line',
  sarif: 'SARIF 2.1.0 for code hosts and editors: one run over all documents',
  markdown: 'a heading, a table and the counts for each document, to be pasted into an issue',
  csv: 'one finding a line (UTF-8 without a mark, comma, the names of the columns first), written as [exports](export.md) are',
};

const formsTable = (): string =>
  [
    '| form | what it is |',
    '| --- | --- |',
    ...FORMAT_NAMES.map((name) => `| \`${name}\` | ${FORMS[name]} |`),
  ].join('\n');

const forms = () => `## Forms

\`duizhang check FILE… --format ${FORMAT_NAMES.join('|')}\`

${formsTable()}

In SARIF a file below the working folder is named relative to it, any other by its whole address. A place in a text report is
a region; a place on a page is \`page\` and \`box\` (from the page's top left, in points or pixels) in the properties of the
physical location, a cell of a sheet \`sheet\` and \`cell\`, and both are logical locations too. Severities are the levels
\`error\`, \`warning\` and \`note\`. The finding's key is the partial fingerprint \`findingKey/v1\`, a waiver is a suppression,
and what was not, or not wholly, processed is a notification of the invocation.`;

const keys = `## What a key stands for

Every finding has a \`key\`. It is made of the entity (of the file's name where the report names none), the year and the kind
of the document, the code of the rule, and the names of the figures that the finding is about: for arithmetic, the label of the
stated figure and of the first three that it is computed from. File name, hash, page, order and amounts are not in it, so a
corrected or reissued edition keeps its keys. What moves a key:

- another entity, year or kind: a name that is spelt otherwise, a title that says another year;
- another label of the figure, or of one of the first three operands: a row renamed, added or taken away before them;
- a new version of this program that reads a label, or binds a rule, otherwise;
- findings of one rule with the same names, which are numbered in reading order (\`…\`, \`…-2\`, \`…-3\`): when one of them goes,
  those after it move up.`;

const baselines = `## Baseline

\`\`\`sh
duizhang check reports/*.pdf --write-baseline known.json
duizhang check reports/*.pdf --baseline known.json
\`\`\`

\`--write-baseline FILE\` writes what the run found, as far as \`--rule\` and \`--ignore\` show it and no waiver lets it be; output and
exit code stay what they are. With \`--baseline FILE\` only findings that the file does not have are shown and count for the exit
code; the summary says how many it has (\`known\`). A finding is known by its key together with its document: entity, year,
kind and scope. Both options together renew a baseline.

The file is JSON with a \`version\`, sorted by document, code and key, one finding a line, so that it can be kept beside the
reports and its changes be read. An entry is told on the error stream as found no more where its document was read wholly and
nothing with its key was found; entries of documents that were not checked are left alone. A baseline that cannot be read is
wrong usage, and \`--write-baseline\` writes over an older baseline but over no other file. A document that failed has no
findings, so a baseline is best written from a run in which none did.`;

const waivers = `## Waivers

A waiver says that a person has looked at a finding and lets it be, and why. Waivers of a report stand in a file beside it, with
the report's whole name and \`.duizhang.json\` behind it: those of \`report.pdf\` in \`${waiverPath('report.pdf')}\`.

\`\`\`json
{
  "version": 1,
  "waivers": [
    { "key": "147709a220037542", "reason": "口径不同，单位已书面说明", "by": "李", "date": "2025-03-01" }
  ]
}
\`\`\`

\`key\` is the finding's key, which all forms but \`pretty\` show; \`reason\` must say something; \`by\` and \`date\` (YYYY-MM-DD)
may be left out, and each key stands once. A waived finding is shown as waived, with its reason, and does not count for the exit code: \`waived\` in JSON and
CSV, a suppression in SARIF, struck out in Markdown. A waiver that matches no finding is told on the error stream.
\`--no-waivers\` counts all. Waivers are for \`check\`; \`ingest\` stores every finding and takes no waiver file for a report.`;

const exits = `## Exit codes

| code | when |
| --- | --- |
| 0 | nothing new and unwaived at or above \`--fail-on\` (default \`error\`) |
| 1 | findings at or above it |
| 2 | a document could not be processed; a document read in part is told on the error stream and is no 2; 2 beats 1 |
| 64 | wrong usage, found before any work |
| 130 | ended by Ctrl-C (SIGINT); files are written whole or not at all, a database keeps the documents that were done |

Severity from which on findings count, rules, limits and more can be set for good: see [settings](config.md).`;

/** The page about checking as a linter does: forms, keys, baseline, waivers, exit codes. */
export const checkPage = (): string =>
  `${['# Checking\n\nMade by `npm run docs`; do not edit.', forms(), keys, baselines, waivers, exits].join(
    '\n\n',
  )}\n`;
