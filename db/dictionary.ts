import { RESUME_TABLES, RESUME_VIEWS } from './dictionary-resume.ts';
import { LINK_TABLES, LINK_VIEWS } from './links/dictionary.ts';

/** What a table or view is for, and what those of its columns mean that are not in `COMMON`. */
export interface Entry {
  readonly summary: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** What the values of a column are. Decimals are exact and in plain notation; money is 元 in whole 分. */
export const COLUMN_TYPES = ['text', 'integer', 'decimal', 'money', 'boolean', 'json'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/**
 * Types that the declared ones do not tell: SQLite has neither decimals nor booleans, and what a view computes has no
 * declared type. A test holds them against the schema.
 */
export const TYPES: Readonly<Record<string, ColumnType>> = {
  value: 'decimal',
  stated_value: 'decimal',
  computed: 'decimal',
  gap: 'decimal',
  approximate: 'boolean',
  place: 'json',
  other_place: 'json',
  arithmetic: 'text',
  check_status: 'text',
  findings: 'integer',
  explains: 'integer',
};

/** Columns that mean the same wherever they stand. */
export const COMMON: Readonly<Record<string, string>> = {
  id: 'number of the row',
  document_id: 'the document that it belongs to',
  table_id: 'the table that it stands in',
  fact_id: 'the fact',
  finding_id: 'the finding',
  statement_id: 'the statement',
  run_id: 'the run that wrote it',
  key: 'its name inside the document, as in the JSON that `check` prints',
  position: 'place in reading order, from 0',
  place:
    'JSON: `{"page","box"}` for paged reports (points from the top left, pixels for images), `{"line","column"}` for text, `{"sheet","cell"}` for grids',
  page: 'page of the place, from 1 (computed)',
  line: 'line of the place, from 1 (computed)',
  raw: 'the figure as printed, with sign and separators, without its unit',
  value: 'the exact value in the canonical unit, a decimal in plain notation',
  value_unit: 'canonical unit: 元, %, a counter (人, 个 …), or empty',
  value_fen: 'amounts of money in whole 分, for sums in SQL; empty for other units and broken 分',
  quote: 'the sentence or row that it stands in, as printed',
  row_index: 'row of the grid, from 0',
  column_index: 'column of the grid, from 0',
  status: '`ok`, `partial` (see `errors`) or `failed` (see `errors`)',
  kind: 'kind, as in the JSON that `check` prints',
  year: 'the year',
  document: 'file name',
  entity: 'who published it, empty where the report does not say',
  code: 'code of the rule',
  severity: '`error`, `warning` or `info`',
  blame: 'what is thought to be wrong: `report`, `reading` or `unknown`',
  gap: 'computed minus stated',
  diagnosis: 'the kind of slip that would explain it',
  suggested: 'what the suspected figure would have to be',
  metric:
    'what it measures, in the controlled vocabulary listed in the schema of `check`; empty where the report does not say without doubt',
  fund: 'whose money: `general-public`, `government-fund`, `state-capital`, `fiscal` (the three together), `special-account`, `other` (own income of the unit) or `all`; empty where unknown',
  direction:
    '`income`, `expenditure` or `balance` (carried over, or both sides at once); empty where unknown',
  function_code: '支出功能分类 of 3, 5 or 7 digits; empty for totals and where unknown',
  economic_code: '支出经济分类 of 3 or 5 digits (3xx of departments, 5xx of governments); empty as above',
  cofog: 'COFOG division of the function, `01` to `10`; empty where the class has no single one',
  scope: '`department` with its units, `unit` alone, or `unknown`',
  region_code: 'code of the region (GB/T 2260, six digits); empty where unknown',
  phase: '`initial`, `adjusted`, `final`, `prior`, `plan` or `unknown`',
  approximate: '1 where the report says 约, 余 and the like',
  bound: '`min` for "at least", `max` for "at most"',
  origin: '`prose` or `table`',
  text: 'the text as printed',
  label: 'what the figure is called: row and column of a table, or words of the sentence',
};

/** Every table and view of the schema in the order of the page; a test holds it against the database. */
export const DICTIONARY: Readonly<Record<string, Entry>> = {
  v_facts: {
    summary:
      'The long table for research: one row a figure, with its document, meaning and evidence, and a mark on every doubtful one.',
    columns: {
      document_year: 'the year that the document is about',
      year: 'the year that the figure is about',
      printed_unit: 'unit as printed or inherited from the table (万元 …)',
      unit: 'canonical unit of `value`',
      table_title: 'title of the table, for figures from tables',
      table_kind: 'kind of the table',
      check_status:
        'the worst verdict of the statements that it takes part in: `inconsistent`, `improbable`, `rounding`, `exact`, `unchecked`, or `none`',
      findings: 'number of findings that name it',
    },
  },
  v_findings: {
    summary: 'One row a finding, with its words in both languages and the figure that is stated.',
    columns: {
      key: 'stays the same in a corrected edition and in later runs',
      message_en: 'what was found, in English',
      message_zh: 'what was found, in Chinese',
      arithmetic: 'the sum or quotient in one line',
      cause_en: 'the likely cause, in English',
      cause_zh: 'the likely cause, in Chinese',
      stated: 'the stated figure as printed',
      stated_value: 'its exact value',
      unit: 'canonical unit of the values',
      computed: 'what it comes to',
    },
  },
  ...LINK_VIEWS,
  ...RESUME_VIEWS,
  documents: {
    summary: 'One row for the bytes of one file, however many paths it was found at.',
    columns: {
      sha256: 'hash of the bytes',
      name: 'file name of the first path',
      media_type: 'kind of the file by its content',
      bytes: 'size of the file',
      page_count: 'number of pages',
      title: 'title of the report',
      region: 'region as named in the entity',
      totals_checked: 'stated totals, shares and rates that could be checked',
      totals_stated: 'stated totals, shares and rates',
      work_key: 'hash of the versions and limits that it was read under; another key means reading again',
      link_group:
        'under which it is linked with others: the full name of its entity without marks of scope, or `document:` and its hash where it names none; empty for kinds that are not linked',
      run_id: 'the run that read it last',
    },
  },
  document_paths: {
    summary: 'Where a document was found.',
    columns: {
      path: 'absolute path; in an archive its path, `!/` and the name inside',
      missing_since:
        'in UTC: when it was first seen that no file is there any more; empty while there is one',
    },
  },
  pages: {
    summary: 'The pages that were read.',
    columns: {
      number: 'from 1',
      kind: '`glyphs` for laid-out pages, `lines` for text',
      width: 'in points, in pixels for images',
      height: 'in points, in pixels for images',
      line_count: 'lines of a text report',
    },
  },
  paragraphs: {
    summary: 'Headings and prose in reading order; text of tables is left out.',
    columns: {},
  },
  tables: {
    summary: 'Tables, stitched over their pages.',
    columns: {
      title: 'title as printed',
      unit: 'unit of its amounts as printed',
      unit_basis:
        'where the unit is from: `own`, `header`, `table-line`, `section`, `document`, `inferred`, `unknown`',
      header_rows: 'rows of the header',
      row_count: 'rows with the header',
      column_count: 'columns',
    },
  },
  cells: {
    summary: 'Cells of the tables, a merged cell once.',
    columns: {
      row_span: 'rows that it covers',
      column_span: 'columns that it covers',
      how: '`text` from a text layer; `read`, `voted`, `repaired`, `unproved` from recognition',
      confidence: '0 to 1',
    },
  },
  facts: {
    summary: 'Figures with a meaning: all of the prose, and the amounts of the tables.',
    columns: {
      unit: 'unit as printed or inherited',
      table_id: 'the table that it stands in, for origin `table`',
    },
  },
  statements: {
    summary: 'Arithmetic claims that the report makes or implies.',
    columns: {
      rule: 'code of the rule that makes the claim',
      verdict: '`exact`, `rounding`, `improbable`, `inconsistent` or `unchecked`',
      reason: 'why it is unchecked',
    },
  },
  operands: {
    summary: 'The figures of a statement.',
    columns: { role: '`stated` or `operand`', position: 'order inside the role, from 0' },
  },
  findings: {
    summary: 'What cannot be right: one row a root cause.',
    columns: {
      key: 'stays the same in a corrected edition and in later runs',
      computed: 'what the operands come to',
      computed_low: 'lowest value that rounding allows',
      computed_high: 'highest value that rounding allows',
    },
  },
  finding_words: {
    summary: 'The words of a finding.',
    columns: {
      language: '`en` or `zh`',
      message: 'what was found',
      arithmetic: 'the sum or quotient in one line',
      cause: 'the likely cause',
    },
  },
  finding_operands: {
    summary: 'The figures that a finding rests on.',
    columns: { role: '`stated`, `operand` or `suspect`', position: 'order inside the role, from 0' },
  },
  finding_statements: { summary: 'The statements that one finding explains.', columns: {} },
  ...LINK_TABLES,
  ...RESUME_TABLES,
  runs: {
    summary: 'Each call of `ingest`.',
    columns: {
      started_at: 'in UTC, ISO 8601',
      finished_at: 'in UTC; empty while it runs, or where it was ended',
      state:
        '`started`, `finished`, or `interrupted`: stopped by a signal, or found ended without a word by the next run',
      program: 'version of the program',
      work_key: 'versions of the program and its stages, and the limits, in one hash',
      stages: 'JSON: version of each stage',
      config: 'JSON: the limits',
      read: 'documents that were read',
      unchanged: 'files that were not read again',
      failed: 'files that could not be processed',
    },
  },
  errors: {
    summary: 'Why a document is partial or failed, and which files could not even be opened.',
    columns: {
      document_id: 'the document; empty for a file that could not be opened',
      path: 'the file',
      code: 'the reason for programs',
      message: 'the reason for people',
      place: 'JSON: where in the document, if anywhere',
      stage: 'the stage that a limit ended; empty for other reasons',
      limit_name: 'the limit that was passed, as in the configuration; empty for other reasons',
    },
  },
  timings: {
    summary: 'What every stage of a document took when it was read last; `duizhang stats` sums it up.',
    columns: {
      stage: '`identify`, `read`, `tables`, `normalize`, `reconcile` or `load`',
      wall_ms: 'milliseconds by the clock',
      cpu_ms: 'milliseconds of all processors; empty where it cannot be told apart from other documents',
      peak_bytes: 'memory that the worker held at most in that stage; empty where there was none',
    },
  },
};
