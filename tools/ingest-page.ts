import { resumeEn } from '../cli/messages/resume-en.ts';
import { PLANNED, type Why } from '../pipeline/resume/plan.ts';
import { limitsPart } from './limits-page.ts';

const MEANINGS: Readonly<Record<Why, string>> = {
  new: 'nobody knows these bytes, nor the path',
  changed: 'the path is known, with other bytes',
  program: 'read by another version of duizhang, with the same stages and limits',
  stages: 'a stage has another version; which, and from what to what, is said',
  config: 'other limits or settings; which is said',
  'failed-before':
    'took too long, lost its worker or met an error of this program; or it needs a password and there is one',
  retry: '`--retry` asks for it',
  unchanged: 'known at this path, and done',
  copy: 'the same bytes stand at another path, here or in the database; listed under this path too',
  gone: 'on record, and no file is there any more; kept',
  'other-shard': 'belongs to another part of the list',
  unreadable: 'empty, too large, no permission, no such file: the reason is said',
};

const reasons = (): string =>
  [
    '| `why` | in words | when |',
    '| --- | --- | --- |',
    ...PLANNED.map((why) => `| \`${why}\` | ${resumeEn.why[why]} | ${MEANINGS[why]} |`),
  ].join('\n');

/** The page about reading into a database: going on, watching, splitting, limits, progress, times. */
export const ingestPage = (): string => `# Reading into a database

Made by \`npm run docs\` from the code; do not edit.

\`\`\`sh
duizhang ingest reports/ --db out.sqlite                     # run it again to go on, or to read what has changed
duizhang ingest reports/ --db out.sqlite --dry-run           # what would be read, and why
find /data -name '*.pdf' -print0 | duizhang ingest - --db out.sqlite
duizhang ingest /data --db part3.sqlite --shard 3/8          # the third of eight machines
duizhang ingest inbox/ --db out.sqlite --watch --settle 5    # goes on until interrupted
duizhang ingest reports/ --db out.sqlite --format ndjson     # every event, one JSON a line
duizhang stats --db out.sqlite                               # how long it took, what failed
duizhang verify --db out.sqlite
\`\`\`

## Going on

A document is loaded in one transaction, or not at all, and what is done is remembered under the hash of the file, the versions
of the program and its stages, and the limits. So a run that ended anywhere, by a signal, a full disk, a lost terminal or a
power cut, is gone on with by the same command: no document is missing, doubled or half there.

| how it ended | exit code | \`runs.state\` | |
| --- | --- | --- | --- |
| it came to its end | 0 or 2 | \`finished\` | |
| SIGINT, SIGTERM, SIGHUP | 130, 143, 129 | \`interrupted\` | what is under way has 5 seconds to be finished; what is not, or a second signal, is dropped without a trace |
| \`kill -9\`, power cut, full disk | | \`started\`, and \`interrupted\` as soon as the next run begins | |

After a power cut the documents of the last moments may be gone, which are then read again (WAL, \`synchronous=NORMAL\`).

- **Equal files** are read once and listed under every path. Which of them gives its name is decided by the order of the paths,
  not by chance.
- **A changed file** replaces the rows of what stood at its path, unless another file still has the old bytes.
- **A file that is gone** is told once by name and counted after that; what was read from it is kept
  (\`document_paths.missing_since\`). If it has only moved, and the file is then changed at its new place, the old rows go.
- **Decisions** of reviewers (\`duizhang decide KEY --db FILE --as confirmed|dismissed|withdrawn\`) hang on no document: they are
  kept under entity, year, kind and scope of the document and the key of the finding ([what moves a key](check.md)), and
  \`v_decisions\` joins them to the finding wherever it stands now.
- \`--retry failed\` reads again what failed, \`partial\` also what was read in part, \`all\` everything.

## Why a file would be read, or not

\`--dry-run\` writes nothing, not even a new database; \`--format ndjson\` gives an object a line (\`path\`, \`read\`, \`why\`, and
\`differences\` or \`reason\`).

${reasons()}

## Watching

The folders are looked through again and again (notices of changes do not come from network drives), at most a fifth of the time.
A file is read when its size and times have not changed for \`--settle\` seconds; one that changes while it is read is left
until it has settled again. Names that copying programs give to what is not whole (\`.part\`, \`.crdownload\`, \`.tmp\`, \`~\` …) are
waited out. Linking follows every round. It ends with 0 on a signal when nothing was under way.

## Lists and parts

\`-\` takes paths from the standard input, one a line or separated by NUL (found out by itself; \`-0\` says so). They are read as they
come in. A path that is not there is a file that could not be read, and the others go on.

\`--shard I/N\` reads part I of N. The bytes of a file decide, not its path: so the machines need not mount the files at the same
place, equal files are read by one of them only, and parts are of one size. Each machine hashes the whole list for that. What
cannot be hashed is told by every part, so that a file that one machine alone cannot see is not lost without a word.

## One writer, many readers

Readers see whole documents only, at any time. A second \`ingest\` on the same database ends at once with one sentence; decisions
can be written while one runs. The lock is one of the operating system on an empty file (\`…-lock\`) that is there as long as the
run is: it ends with the process, so none is ever left over.

\`duizhang verify\` checks the file itself (\`PRAGMA integrity_check\`, \`foreign_key_check\`), counts the rows of every document
against what it was loaded with (\`document_counts\`) and the text indexes against the texts. It ends with 2 where something is wrong.

${limitsPart()}`;
