import type { Messages } from './messages.ts';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const en: Messages = {
  program:
    'A linter for public accounts: reads Chinese budget disclosures and finds every figure that cannot be right.',
  commands: {
    check: 'check reports and print what cannot be right',
    extract: 'print the tables, paragraphs and figures of reports as JSON',
    ingest: 'read reports into a database; a second run does only what changed',
    findings: 'list the findings in a database',
    tables: 'list the tables in a database',
    facts: 'list the figures in a database',
    link: 'hold the reports in a database against each other: the year before, the budget book, units, versions',
    export: 'write a database as CSV, JSON, NDJSON, Parquet, Excel or a Data Package',
    rules: 'list the rules, or explain one',
    show: 'draw one page as SVG: glyphs, rulings, tables, cells, and the findings lit up',
  },
  arguments: {
    file: 'report to read (PDF or text)',
    files: 'reports to read (PDF or text)',
    paths: 'reports, folders with all that is below them, or patterns (quoted)',
    code: 'code of a rule (R-40-01), or of a family (R-40)',
  },
  options: {
    help: 'show this help',
    version: 'show the version',
    format: 'form of the output',
    failOn: 'end with 1 when there is a finding of this severity or above',
    rule: 'only these rules; R-10 means its family; separate by commas or repeat',
    ignore: 'all but these rules; written as for --rule',
    from: 'take the files as something else than reports: JSON as "extract" prints it',
    lang: 'language of the messages (default: by locale)',
    db: 'SQLite file to write; made where there is none',
    dbQuery: 'SQLite file that "ingest" wrote',
    jobs: 'worker threads',
    timeout: 'seconds that one document may take',
    code: 'only findings with this code or family; separate by commas or repeat',
    severity: 'only findings of this severity',
    document: 'only documents with this in their file name or entity',
    year: 'only this year',
    text: 'only where these words occur; all of them must',
    page: 'number of the page, from 1; a text report is one page',
    output: 'file to write (default: standard output)',
    to: 'form to write',
    out: 'file to write, or folder for a Data Package; "-" or none is the standard output, for text forms',
    view: 'what to write: every figure, one row an entity and year, the findings, or those across documents',
    force: 'replace what is there',
    noLink: 'do not hold the reports against each other at the end',
    layers: (all) => `what to draw, separated by commas, out of ${all.join(', ')}`,
    ocr: 'which pages are recognized: those without a text layer, all, or none',
    debugDir: 'a folder for pictures of how page images are prepared for recognition',
    password: 'password of encrypted PDFs; it is not stored',
  },
  helpTitles: {},
  choices: (values) => `one of ${values.join(', ')}`,
  preset: (value) => `default ${value}`,
  usage: {
    unknownOption: (option) => `unknown option ${option}`,
    unknownCommand: (command) => `unknown command ${command}`,
    missingArgument: (argument) => `missing argument: ${argument}`,
    missingValue: (option) => `option ${option} needs a value`,
    missingOption: (option) => `option ${option} is required`,
    invalidValue: (option, value) => `option ${option} cannot be ${value}`,
    excessArguments: 'too many arguments',
    noCommand: 'no command given',
    notFound: (path) => `${path}: no such file or folder`,
    isFolder: (path) => `${path} is a folder; "ingest" reads folders`,
    notACode: (code) => `${code} is no code of a rule (R-40-01) or of a family (R-40)`,
    noSuchRule: (code) => `there is no rule ${code}`,
    noSuchPage: (path, page, pages) => `${path} has no page ${page}: it has ${counted(pages, 'page')}`,
    notALayer: (name, all) => `${name} is no layer; there are ${all.join(', ')}`,
    cannotWrite: (path, detail) => `${path} cannot be written: ${detail}`,
    notForView: (option, view) => `option ${option} does not go with --view ${view}`,
    seeHelp: (command) => `see ${command} --help`,
  },
  severities: { error: 'error', warning: 'warning', info: 'info' },
  likelyCause: 'likely cause',
  summary: ({ severities: { error, warning, info }, checked, of }) => {
    const findings = counted(error + warning + info, 'finding');
    const parts = [counted(error, 'error'), counted(warning, 'warning'), `${info} info`];
    return `${findings} (${parts.join(', ')}); checked ${checked} of ${of} stated totals`;
  },
  total: (documents) => counted(documents, 'document'),
  failed: 'not processed',
  partial: 'read in part',
  recognized: (name, pages) => `${name}: ${pages} ${pages === 1 ? 'page' : 'pages'} recognized`,
  moreReasons: 'and on {count} more pages',
  reasons: {
    'not-found': 'there is no such file',
    'no-permission': 'no permission to read the file',
    'not-a-file': 'not a regular file',
    empty: 'the file is empty',
    'too-large': 'larger than the limit',
    'line-too-long': 'a line is longer than the limit',
    binary: 'binary data of a kind that is not read',
    'unknown-format': 'a kind of file that is not read',
    'bad-encoding': 'the character encoding is not clear',
    'control-characters': 'control characters in the text',
    damaged: 'the file is damaged',
    encrypted: 'the file needs a password',
    'no-pages': 'the file has no pages',
    'no-text': 'a page has no text layer',
    'page-unreadable': 'a page cannot be read',
    'garbled-text': 'the text layer is garbled',
    'no-engine': 'recognition cannot start',
    'recognition-failed': 'recognition failed',
    unrecognized: 'nothing could be recognized on a page',
    'invalid-layout': 'the layout is not valid',
    timeout: 'it took too long',
    'worker-died': 'the worker died',
    internal: 'an error of this program',
  },
  problems: {
    'not-found': (path) => `${path}: there is no such database`,
    'no-folder': (path, detail) => `${path}: the folder ${detail} does not exist`,
    'not-a-database': (path) => `${path} is not an SQLite database`,
    'other-program': (path) => `${path} is a database of another program; it was left as it is`,
    newer: (path, detail) =>
      `${path} was made by a newer duizhang (schema ${detail}); update duizhang to use it`,
    older: (path, detail) =>
      `${path} was made by an older duizhang (schema ${detail}); run "duizhang ingest" on it once to bring it up to date`,
    locked: (path) => `${path} is locked by another process; try again when that is done`,
    'read-only': (path) => `${path} cannot be written: it is read-only`,
    'no-permission': (path) => `${path} cannot be opened: no permission`,
    full: (path) => `${path} cannot be written: the disk is full`,
    damaged: (path, detail) =>
      `${path} is damaged (${detail}); what was not read from it is safe to ingest again`,
    failed: (path, detail) => `${path}: the database failed: ${detail}`,
  },
  destinations: {
    exists: (path) => `${path} exists; use --force to replace it`,
    'no-folder': (path, detail) => `${path}: the folder ${detail} does not exist`,
    'is-folder': (path) => `${path} is a folder; --out must name a file`,
    'is-file': (path) => `${path} is a file; --out must name a folder for a Data Package`,
    'not-a-file': (path) => `${path} is not an ordinary file`,
    'is-database': (path) => `${path} is the database itself; --out must name another file`,
    'needs-file': (format) => `${format} cannot go to the standard output; name a file with --out`,
    'no-permission': (path, detail) => `${path} cannot be written: no permission in ${detail}`,
    'cannot-write': (path, detail) => `${path} could not be written: ${detail}`,
  },
  exported: (rows, path) => `${counted(rows, 'row')} written to ${path}`,
  notes: {
    'text-cut': (count) =>
      `${counted(count, 'text')} longer than a cell of Excel can hold ${count === 1 ? 'was' : 'were'} cut and end with …; other forms hold them whole`,
  },
  progress: (done, found, failed) => `${done} of ${found} files done, ${failed} failed`,
  ingested: ({ read, partial, unchanged, copies, failed, unchangedFailed, findings, seconds, files }) => {
    const part = partial > 0 ? ` (${partial} in part)` : '';
    const still = unchangedFailed > 0 ? ` (${unchangedFailed} of them not processed)` : '';
    const copied = copies > 0 ? `, ${counted(copies, 'copy', 'copies')}` : '';
    const rate = (files / Math.max(seconds, 0.001)).toFixed(1);
    return `${read} read${part}, ${unchanged} unchanged${still}${copied}, ${failed} failed; ${counted(findings, 'finding')}; ${seconds.toFixed(1)} s, ${rate} files/s`;
  },
  linked: ({ entities, checked, claims, findings }) =>
    `${counted(entities, 'entity', 'entities')} linked: ${checked} of ${counted(claims, 'claim')} across reports checked; ${counted(findings, 'finding')}`,
  outdated: (documents) =>
    `${counted(documents, 'report')} read by an older version cannot be linked; run "duizhang ingest" on them again`,
  alsoDiffer: (labels) => `also differ: ${labels.join(', ')}`,
  linkTotal: ({ severities: { error, warning, info }, checked, of }) =>
    `${counted(error + warning + info, 'finding')} across reports (${counted(error, 'error')}, ${counted(warning, 'warning')}, ${info} info); checked ${checked} of ${of} claims`,
  noReports: 'no reports found',
  rows: (count) => counted(count, 'row'),
  firesOn: 'finds',
  quietOn: 'does not find',
  unexpected: (detail) => `unexpected error: ${detail}`,
};
