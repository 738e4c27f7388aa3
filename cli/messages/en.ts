import type { Messages } from './messages.ts';
import { resumeEn } from './resume-en.ts';
import { told } from './told.ts';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Below so many pages a second the rate says nothing. */
const LEAST_PACE = 0.05;
/** What JSON calls its kinds of values. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: [ … ]',
  object: 'an object: { … }',
};

const apart = ({ elsewhere, gone }: { readonly elsewhere: number; readonly gone: number }): string =>
  `${elsewhere > 0 ? `, ${resumeEn.parts(elsewhere)}` : ''}${gone > 0 ? `, ${resumeEn.goneCount(gone)}` : ''}`;

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
    decide: 'write down what was decided about a finding; it outlives every new reading',
    decisions: 'list what was decided about findings',
    verify: 'check that a database is whole: the file, and every document with all its rows',
    export: 'write a database as CSV, JSON, NDJSON, Parquet, Excel or a Data Package',
    rules: 'list the rules, or explain one',
    show: 'draw one page as SVG: glyphs, rulings, tables, cells, and the findings lit up',
    stats: 'tell how the documents of a database were read: time a stage, the slowest, failures',
    config: 'print the settings that hold, as JSON; with --explain where each comes from and what it is for',
    doctor: 'say what is installed, what is missing, and what to do about it; nothing is fetched',
    completion: 'print the completion script of a shell',
  },
  arguments: {
    file: 'report to read (PDF or text)',
    files: 'reports to read (PDF or text)',
    paths:
      'reports, folders with all that is below them, or patterns (quoted); "-": a list of them on the standard input',
    code: 'code of a rule (R-40-01), or of a family (R-40)',
    shell: 'the shell',
  },
  options: {
    help: 'show this help',
    version: 'show the version',
    format: 'form of the output',
    baseline: 'leave out what this file has: only new findings are shown and count',
    writeBaseline: 'write what is found to this file, for --baseline',
    noWaivers: 'count the findings that are waived in FILE.duizhang.json too',
    from: 'take the files as something else than reports: JSON as "extract" prints it',
    db: 'SQLite file to write; made where there is none',
    dbQuery: 'SQLite file that "ingest" wrote',
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
    debugDir: 'a folder for pictures of how page images are prepared for recognition',
    password: 'password of encrypted PDFs; it is not stored',
    set: 'any setting by its name, as "config --explain" lists them; repeat for more',
    config: 'configuration to use (default: the nearest duizhang.config.json here or above)',
    noConfig: 'use no configuration file',
    explain: 'print each setting with its value, its source and what it is for',
  },
  helpTitles: {},
  choices: (values) => `one of ${values.join(', ')}`,
  preset: (value) => `default ${value}`,
  optionNotes: (notes) => ` (${notes.join('; ')})`,
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
    isReport: (option, path) => `option ${option}: ${path} is a report that is read; name another file`,
    noBaseline: (path) => `${path} is there and is no baseline; it was left as it is`,
    twiceWaived: (path, key) => `${path}: ${key} is waived twice; one waiver with one reason is enough`,
    didYouMean: (names) => `; did you mean ${names}?`,
    jsonFiles: {
      cannotRead: (path, detail) => `${path} cannot be read: ${detail}`,
      notJson: (path, detail) => `${path} is not JSON: ${detail}`,
      unknownKey: (path, at) => `${path}: there is no ${at}`,
      invalid: (path, at, detail) => `${path}: ${at === '' ? detail : `${at}: ${detail}`}`,
    },
    notForView: (option, view) => `option ${option} does not go with --view ${view}`,
    seeHelp: (command) => `see ${command} --help`,
  },
  issues: {
    missing: 'is missing',
    empty: 'must not be empty',
    date: 'must be a date: YYYY-MM-DD',
    wrongForm: 'is not written as it must be',
    wrongType: (expected) => `must be ${TYPES[expected] ?? expected}`,
    oneOf: (values) => `must be ${values.join(' or ')}`,
    atLeast: (least) => `must be at least ${least}`,
    atMost: (most) => `must be at most ${most}`,
  },
  settings: {
    wrongValue: (where, name, value, allowed) => `${where}: ${name} cannot be ${value}; it takes ${allowed}`,
    unknown: (where, name, nearest) => {
      const more = nearest === undefined ? '"duizhang config" lists all' : `did you mean ${nearest}?`;
      return `${where}: ${where === name ? 'there is no such setting' : `there is no setting ${name}`}; ${more}`;
    },
    noAssignment: (text) => `--set takes name=value, not ${text}`,
    noObject: (path, at) => `${path}: ${at === '' ? '' : `${at}: `}must be an object: {"name": value, …}`,
    sources: {
      flag: (flag) => `from ${flag}`,
      environment: (variable) => `from the environment: ${variable}`,
      file: (path) => `from ${path}`,
      locale: 'by the locale',
      default: 'default',
    },
    allowed: (allowed) => `takes ${allowed}`,
    variable: (variable) => `variable ${variable}`,
    fileInForce: (path) => `configuration: ${path}`,
    noFile: (name) => `configuration: none (${name} is looked for here and in the folders above)`,
  },
  allowed: {
    oneOf: (values) => `one of ${values.join(', ')}`,
    either: (parts) => parts.join(', or '),
    number: (isWhole, low, high) => {
      const from = low === undefined ? '' : ` from ${low}`;
      return `a ${isWhole ? 'whole number' : 'number'}${from}${high === undefined ? '' : ` up to ${high}`}`;
    },
    size: (number) => `${number}, or a size such as 64MB or 1.5GB`,
    list: (items) => `a list of ${items}`,
    text: 'a text',
    json: 'JSON',
  },
  doctor: {
    parts: {
      node: 'Node',
      sqlite: 'SQLite',
      pdf: 'PDF reader',
      images: 'image formats',
      'ocr-text': 'tesseract.js, Chinese text',
      'ocr-figures': 'tesseract.js, figures',
      ppocr: 'PP-OCR',
      temporary: 'temporary folder',
      memory: 'memory',
      config: 'configuration',
    },
    states: { ok: 'ok', low: 'low', absent: 'not installed', missing: 'MISSING' },
    remedies: {
      node: 'install Node 24, or run "npm ci" again: it brings a Node 24 on Linux and Windows',
      sqlite: 'run "npm ci" again: better-sqlite3 brings SQLite with it',
      pdf: 'run "npm ci" again: the files belong to pdfjs-dist',
      images: 'run "npm ci" again without --omit=optional: sharp brings its formats with it',
      'ocr-text':
        'run "npm ci" again: the data is in @tesseract.js-data/chi_sim; or read without scans: --ocr never',
      'ocr-figures':
        'run "npm ci" again: the data is in @tesseract.js-data/eng; or read without scans: --ocr never',
      ppocr: 'optional; reads scans better',
      temporary: 'make the folder writable, or name another one in TMPDIR',
      memory: 'a scan takes some 350 MB a worker: use --jobs 1, or --ocr never',
      config: 'mend the file or the variable, or use --no-config',
    },
    noConfig: 'no file; defaults and environment hold',
    works: 'everything needed is there',
    broken: (parts) => `${counted(parts, 'needed part')} missing`,
  },
  examples: {
    'check-one': 'the findings of one report',
    'check-code-host': 'all reports for a code host',
    'check-new': 'only what is new since the baseline was written',
    'check-strict': 'warnings count too, scans are left unread',
    'ingest-folder': 'a folder and all below it; again after a change',
    'ingest-many': 'a million pages: more workers, larger files',
    'config-explain': 'every setting with its source',
    'config-init': 'a configuration file to start from',
    'completion-bash': 'for bash, once and for all',
    'completion-zsh': 'for zsh, in a folder of $fpath',
    'completion-fish': 'for fish',
  },
  helpSections: {
    examples: 'Examples:',
    exits:
      'Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 something could not be processed; 64 wrong usage',
    settings:
      'Settings come from flags, then DUIZHANG_… variables, then duizhang.config.json; see duizhang config --explain',
  },
  severities: { error: 'error', warning: 'warning', info: 'info' },
  staleEntry: (baseline, { key, code, document: { entity, year } }) =>
    `${baseline}: ${code} ${key} is found no more (${entity}${year === null ? '' : `, ${year}`})`,
  unmatchedWaiver: (path, key) => `${path}: the waiver of ${key} matches no finding`,
  likelyCause: (cause) => `likely cause: ${cause}`,
  waivedWord: 'waived',
  waivedFor: ({ reason, by, date }) => {
    const who = [by, date].filter((part) => part !== undefined).join(', ');
    return `waived${who === '' ? '' : ` (${who})`}: ${reason}`;
  },
  columns: { severity: 'severity', rule: 'rule', place: 'place', finding: 'finding', key: 'key' },
  summary: ({ severities: { error, warning, info }, checked, of, waived, known }) => {
    const findings = counted(error + warning + info, 'finding');
    const parts = [counted(error, 'error'), counted(warning, 'warning'), `${info} info`];
    const apart = `${waived > 0 ? `, ${waived} waived` : ''}${known > 0 ? `, ${known} known` : ''}`;
    return `${findings} (${parts.join(', ')})${apart}; checked ${checked} of ${of} stated totals`;
  },
  total: (documents) => counted(documents, 'document'),
  failed: 'not processed',
  partial: 'read in part',
  recognized: (name, pages) => `${name}: ${pages} ${pages === 1 ? 'page' : 'pages'} recognized`,
  moreReasons: (pages) => ` and on ${counted(pages, 'more page')}`,
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
    'too-deep': 'nested deeper than the limit',
    'unsafe-name': 'a name in the archive that leads out of it, or that cannot be used',
    'duplicate-name': 'the archive has this name twice',
    bomb: 'made to burst when it is unpacked',
    timeout: 'it took too long',
    'cpu-time': 'it took too much processor time',
    memory: 'it took too much memory',
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
    'in-use': (path, since) =>
      `${path} is being written by another run of duizhang${since === '' ? '' : ` (since ${since})`}; wait for its end, or stop it`,
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
  passedOver: (counts) => {
    const words = {
      hidden: 'hidden',
      temporary: 'temporary',
      outside: 'linked from outside',
      again: 'linked again',
    } as const;
    return `passed over: ${told(counts, (why, count) => `${count} ${words[why]}`).join(', ')}`;
  },
  progress: (done, found, failed, pagesASecond) =>
    `${done} of ${found} files done, ${failed} failed${pagesASecond >= LEAST_PACE ? `, ${pagesASecond.toFixed(1)} pages/s` : ''}`,
  pace: ({ pagesASecond, failed, left }) =>
    [
      `${pagesASecond.toFixed(1)} pages/s`,
      ...(failed > 0 ? [`${failed} failed`] : []),
      ...(left === null ? [] : [`${left} left`]),
    ].join(', '),
  stats: {
    documents: ({ ok, partial, failed, pages, megabytes }) =>
      `${counted(ok + partial + failed, 'document')} (${ok} ok, ${partial} in part, ${failed} failed), ${counted(pages, 'page')}, ${megabytes} MiB`,
    pace: (pages) => `${pages} pages a second and worker`,
    lastRun: (documents, seconds, pages) =>
      `last run: ${counted(documents, 'document')} in ${seconds} s, ${pages} pages a second`,
    none: 'how long the documents took was not kept: an older version read them',
    stages: 'time of the stages',
    stageColumns: [
      'stage',
      'documents',
      'total s',
      'share',
      'CPU s',
      'p50 ms',
      'p95 ms',
      'max ms',
      'memory MiB',
    ],
    slowest: 'slowest documents (time, longest stage, pages)',
    failures: 'reasons (documents)',
  },
  ingested: ({
    read,
    partial,
    unchanged,
    copies,
    failed,
    unchangedFailed,
    findings,
    seconds,
    files,
    ...rest
  }) => {
    const part = partial > 0 ? ` (${partial} in part)` : '';
    const still = unchangedFailed > 0 ? ` (${unchangedFailed} of them not processed)` : '';
    const copied = copies > 0 ? `, ${counted(copies, 'copy', 'copies')}` : '';
    const rate = (files / Math.max(seconds, 0.001)).toFixed(1);
    return `${read} read${part}, ${unchanged} unchanged${still}${copied}, ${failed} failed${apart(rest)}; ${counted(findings, 'finding')}; ${seconds.toFixed(1)} s, ${rate} files/s`;
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
  resume: resumeEn,
  unexpected: (detail) => `unexpected error: ${detail}`,
};
