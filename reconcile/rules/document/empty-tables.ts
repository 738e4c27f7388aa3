import type { Fact, Reading, TableKind, TableReading } from '../../../model/reading.ts';
import { columnOfCell } from '../../../normalizers/table/columns-of-row.ts';
import { bodyOf, type Line } from '../../document/lines.ts';
import { explains, isFilled, whollyRead } from '../../document/wholeness.ts';
import type { Remark, Rule } from '../../rule.ts';
import { book, FULL_SET, table } from './example.ts';

const CODE = 'R-80-03';

/** The tables that are often empty, with the words of their subject. */
const SUBJECTS: Readonly<Partial<Record<TableKind, RegExp>>> = {
  'government-fund': /政府性基金/u,
  'state-capital': /国有资本经营/u,
  'three-public': /三公"?经费/u,
};
/** Words of nothing: in a sentence with the subject they say that its table is empty. */
const NOTHING = /无|没有|未|不涉及|空表|为零|零元|(?<![\d.])0(?:\.0+)?(?:万?元|[,;。]|$)/u;
const EMPTY_TABLE = /本表(?:为空(?:表|白)?|无数据|为零|无内容)|空表/u;
/** "无…支出的,仍保留该表": what to do in that case, not a statement that it is so. */
const CONDITION = /的,|^(?:如|若|凡|对)|如果?(?:没有|无)|应当|应在|须在|请在|需在|保留该?本?表/u;
/** The subject with nothing else of its own between the denial and the money. */
const DENIAL =
  /(?:没有|无|未安排|未发生)(?:使用)?(?:财政拨款)?("?三公"?经费|政府性基金|国有资本经营)(?:预算|财政拨款|安排|的|拨款)*(?:收入|支出|收支|预算|和|及|、|拨款)*(?=[,。;]|和|及|,?也|$)/u;
const CARRIED = /结转|结余/u;
/** What may stand before the denial when the report speaks of itself. */
const SELF =
  /20\d\d年度?|[本我](?:部门|单位|年度?|[局厅委办院馆校所]|中心)|(?:说明|备?注)[:：]?|当年|^\d+[.、]|^[一二三四五六七八九十]+、|[(),:、]/gu;

const tablesOf = (reading: Reading, kind: TableKind): readonly TableReading[] =>
  reading.tables.filter((table) => table.kind === kind);

/** The paragraphs between a table and the next one that any stand before. */
function below(reading: Reading, { table }: TableReading): readonly Line[] {
  const ids = reading.layout.tables.map(({ id }) => id);
  const done: ReadonlySet<string | null> = new Set(ids.slice(0, ids.indexOf(table.id) + 1));
  const before = reading.paragraphs.map((paragraph) => paragraph.before);
  const from = before.findLastIndex((id) => done.has(id)) + 1;
  const next = before.slice(from).find((id) => id !== null) ?? null;
  const to = next === null ? before.length : before.lastIndexOf(next) + 1;
  return bodyOf(reading).filter(({ index }) => index >= from && index < to);
}

const kinds = Object.keys(SUBJECTS) as readonly TableKind[];

/** An empty table about which neither a note below it nor the text says that there is nothing. */
function unexplained(reading: Reading): readonly Remark[] {
  const lines = bodyOf(reading);
  return kinds.flatMap((kind): readonly Remark[] => {
    const subject = SUBJECTS[kind];
    const [empty, ...others] = tablesOf(reading, kind);
    if (subject === undefined || empty === undefined || others.length > 0 || isFilled(empty)) return [];
    const said = lines.some(
      ({ text }, i) =>
        subject.test(text) && (NOTHING.test(text) || /^(?:无|没有)/u.test(lines[i + 1]?.text ?? '')),
    );
    const noted = below(reading, empty).some(({ text }) => NOTHING.test(text));
    const title = empty.table.title;
    if (said || noted || title === null) return [];
    return [
      {
        rule: CODE,
        severity: 'warning',
        place: title.place,
        quote: title.text,
        template: 'empty-unsaid',
        parameters: { title: title.text },
        subject: kind,
        facts: [],
      },
    ];
  });
}

/** The largest amount of a table; balances carried over are no income and no expenditure. */
function largest(table: TableReading, spent: boolean): Fact | null {
  const amounts = [...table.facts.values()].filter(({ origin, quantity, phase }) => {
    if (origin.kind !== 'table' || quantity.unit !== '元' || quantity.value.isZero()) return false;
    const column = columnOfCell(table, origin.row, origin.column);
    return (
      column?.role === 'amount' &&
      !CARRIED.test(column.path.join('')) &&
      !(spent && (phase === 'initial' || phase === 'adjusted' || phase === 'prior'))
    );
  });
  return amounts.toSorted((a, b) => b.quantity.value.abs().cmp(a.quantity.value.abs()))[0] ?? null;
}

/** True where nobody but the report itself is the subject of the denial. */
function ofItself(claim: string, entity: string | null): boolean {
  const before = claim.slice(0, claim.search(/无|没有|未/u));
  return before.replace(entity ?? '', '').replace(SELF, '') === '';
}

interface Denied {
  readonly line: Line;
  readonly claim: string;
  readonly table: TableReading;
  /** True where only spending is denied: then a budget beside it is no contradiction. */
  readonly spent: boolean;
}

function deniedIn(reading: Reading, line: Line): readonly Denied[] {
  const { year, kind, entity } = reading.profile;
  const others = [...line.text.matchAll(/(20\d\d)年/gu)].some((match) => Number(match[1]) !== year);
  if (CONDITION.test(line.text) || others) return [];
  const [claim = ''] = line.text.split('。').filter((part) => EMPTY_TABLE.test(part) || DENIAL.test(part));
  if (claim === '' || !ofItself(claim, entity)) return [];
  const emptied = EMPTY_TABLE.test(claim);
  const denied = DENIAL.exec(claim)?.[0] ?? '';
  // What came in may be nothing and what was left over be spent; what was not planned may be spent as well.
  const money = kind === 'final-account' ? /支出$|收支$/u : /支出$|收支$|预算$/u;
  if (!emptied && !money.test(denied)) return [];
  const subject = emptied ? claim : denied;
  return kinds.flatMap((about): readonly Denied[] => {
    if (SUBJECTS[about]?.test(subject) !== true) return [];
    const tables = tablesOf(reading, about);
    const meant =
      tables.length > 1 && emptied
        ? tables.filter((table) => below(reading, table).some(({ index }) => index === line.index))
        : tables;
    const [table, ...more] = meant;
    if (table === undefined || more.length > 0) return [];
    return [{ line, claim, table, spent: !emptied && kind === 'final-account' }];
  });
}

/** 故本表为空 about a table that holds amounts. */
function contradicted(reading: Reading): readonly Remark[] {
  const found = bodyOf(reading).flatMap((line) =>
    deniedIn(reading, line).flatMap(({ claim, table, spent }) => {
      const fact = largest(table, spent);
      return fact === null ? [] : [{ line, claim, table, fact }];
    }),
  );
  // A note and a section that say the same are one contradiction.
  return [...Map.groupBy(found, ({ table }) => table)].flatMap(([table, [first]]): readonly Remark[] =>
    first === undefined
      ? []
      : [
          {
            rule: CODE,
            severity: 'error',
            place: first.line.place,
            quote: first.claim,
            template: 'empty-filled',
            parameters: {
              claim: first.claim,
              title: table.title ?? '',
              figure: `${first.fact.quantity.raw}${first.fact.quantity.printedUnit}`,
            },
            subject: table.kind,
            facts: [first.fact],
          },
        ],
  );
}

const { explanation, tables } = FULL_SET;
const funds = (...rows: readonly string[]): string =>
  table(
    '政府性基金预算财政拨款收入支出决算表',
    '科目编码|科目名称|年初结转和结余|本年收入|本年支出|年末结转和结余',
    ...rows,
  );
const BLANK = '合计||||';
const FILLED = '合计|0.00|6.00|6.00|0.00';
const NOTE = '说明：本部门没有政府性基金预算财政拨款收入和支出，故本表无数据。\n';

export const emptyTablesRule: Rule = {
  code: CODE,
  severity: 'warning',
  title: { en: 'Empty tables and what is said of them', zh: '空表与说明相符' },
  explanation: {
    en: 'An empty table of the government fund, of state capital or of the three public expenses is explained by a note or by the text (a warning); a note that a table is empty stands at no table that holds amounts (an error). Tables published without a text are not asked for one.',
    zh: '政府性基金、国有资本经营、“三公”经费表为空的，应有表注或正文说明（警告）；称“本表为空”而表中列有金额的，前后矛盾（错误）。无正文的单独表格不在此列。',
  },
  fires: [
    book(explanation, ...tables, funds(BLANK)),
    book(explanation, ...tables, funds(FILLED), NOTE),
    book(explanation, ...tables, funds(FILLED), '本部门2024年度无政府性基金预算财政拨款收入和支出。\n'),
  ],
  quiet: [
    book(explanation, ...tables, funds(BLANK), NOTE),
    book(explanation, ...tables, funds(BLANK), '2024年度政府性基金预算财政拨款支出0万元。\n'),
    book(explanation, ...tables, funds(FILLED), '无政府性基金收支的，仍保留本表并注明本表为空。\n'),
    book(explanation, ...tables, funds(FILLED), '本部门2023年度无政府性基金预算财政拨款支出。\n'),
    book(...tables, funds(BLANK)),
  ],
  remarks: (reading) =>
    whollyRead(reading) ? [...(explains(reading) ? unexplained(reading) : []), ...contradicted(reading)] : [],
};
