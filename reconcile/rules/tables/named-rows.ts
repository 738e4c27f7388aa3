import type { Section } from '../../../normalizers/table/section.ts';
import { atMost, type Candidate, sumOf } from './claim.ts';
import { lawful } from './law.ts';
import { additiveColumns, blocksOf, factAt, isDifference, labelOf, leastOf, type TableView } from './view.ts';

interface NamedSum {
  readonly rule: string;
  readonly total: RegExp;
  readonly parts: readonly RegExp[];
}

/** Sums between rows that the field names, wherever they stand in one block. */
const THREE_PUBLIC: readonly NamedSum[] = [
  {
    rule: 'R-07-01',
    total: /^(?:合计|总计|"?三公"?经费(?:合计|支出)?|.{0,8}"三公"经费.{0,6})$/u,
    parts: [
      /因公出国/u,
      /公务用车(?:购置及|购置和|购置、)?运行(?:维护)?(?:费|费用|经费)?$|公务用车费|公务用车购置(?:及|和|、)/u,
      /公务接待/u,
    ],
  },
  {
    rule: 'R-07-02',
    total: /公务用车购置(?:及|和|、)/u,
    parts: [/公务用车购置(?:费|支出|费用|经费)?$/u, /公务用车运行(?:维护)?(?:费|费用|支出|经费)?$/u],
  },
];
const BASIC: readonly NamedSum[] = [
  {
    rule: 'R-06-01',
    total: /^基本支出(?:合计)?$/u,
    parts: [/^人员(?:经费|支出)(?:合计)?$/u, /^(?:日常)?公用(?:经费|支出)(?:合计)?$/u],
  },
];

function namedSums(view: TableView, section: Section, sums: readonly NamedSum[]): readonly Candidate[] {
  return blocksOf(section).flatMap((block) => {
    const named = section.body.filter((row) => labelOf(view.reading, row, block).name !== '');
    const find = (pattern: RegExp, taken: readonly number[]) =>
      named.filter((row) => !taken.includes(row) && pattern.test(labelOf(view.reading, row, block).name));
    return sums.flatMap(({ rule, total, parts }) => {
      const [stated, ...more] = find(total, []);
      if (stated === undefined || more.length > 0) return [];
      const rows: number[] = [];
      for (const part of parts) {
        const [row, ...others] = find(part, [stated, ...rows]);
        if (
          row === undefined ||
          others.some(
            (other) =>
              labelOf(view.reading, other, block).role !== 'of-which' &&
              !/购置(?:费|支出)?$|^公务用车运行/u.test(labelOf(view.reading, other, block).name),
          )
        )
          return [];
        rows.push(row);
      }
      const candidates = additiveColumns(section, block).flatMap(
        (column) =>
          sumOf(view.reading, {
            rule,
            stated: { row: stated, column: column.index },
            terms: rows.map((row) => ({ row, column: column.index })),
          }) ?? [],
      );
      return lawful([{ support: 'known', candidates }]);
    });
  });
}

/** 三公 as a list of rows, and basic expenditure = personnel + public use where the three are rows. */
export const namedRowSums = (view: TableView): readonly Candidate[] =>
  view.sections.flatMap((section) => [
    ...(view.reading.kind === 'three-public' ? namedSums(view, section, THREE_PUBLIC) : []),
    ...namedSums(view, section, BASIC),
  ]);

const FUND_ROW = /^(?:一般公共预算|公共财政|政府性基金|国有资本经营)/u;

/** A numbered row = Σ the rows numbered below it (一、 = 1. + 2. + 3.), where they are funds or the figures say so. */
export const numberedSums = (view: TableView): readonly Candidate[] =>
  view.sections.flatMap((section) =>
    blocksOf(section).flatMap((block) => {
      const label = (row: number) => labelOf(view.reading, row, block);
      const rows = section.body.filter((row) => label(row).ordinal !== null && label(row).code === null);
      return rows.flatMap((parent, i) => {
        const next = rows.findIndex((row, k) => k > i && label(row).level <= label(parent).level);
        const below = rows.slice(i + 1, next < 0 ? undefined : next);
        const top = leastOf(below.map((row) => label(row).level));
        const children = below.filter((row) => label(row).level === top);
        if (children.length < 2 || children.some((row) => label(row).role !== 'item')) return [];
        const known = children.every((row) => FUND_ROW.test(label(row).name));
        const candidates = additiveColumns(section, block).flatMap(
          (column) =>
            sumOf(view.reading, {
              rule: 'R-10-04',
              stated: { row: parent, column: column.index },
              terms: children.map((row) => ({ row, column: column.index })),
            }) ?? [],
        );
        return lawful([{ support: known ? 'known' : 'worded', candidates }]);
      });
    }),
  );

/** 其中 rows: a part is never larger than the row above it that it is a part of (R-10-04). */
export function ofWhichLimits(view: TableView): readonly Candidate[] {
  return view.sections.flatMap((section) =>
    blocksOf(section).flatMap((block) => {
      let whole: number | null = null;
      return section.body.flatMap((row) => {
        const { role } = labelOf(view.reading, row, block);
        if (role !== 'of-which') {
          if (role !== 'blank') whole = row;
          return [];
        }
        const above = whole;
        if (above === null) return [];
        return additiveColumns(section, block).flatMap((column) => {
          const part = factAt(view.reading, row, column.index);
          const total = factAt(view.reading, above, column.index);
          if (part === null || total === null || isDifference(column)) return [];
          return atMost('R-10-04', part, total, 'error') ?? [];
        });
      });
    }),
  );
}

const ECONOMIC_GROUPS: readonly (readonly [RegExp, RegExp])[] = [
  [/^人员(?:经费|支出)合计$/u, /^30[13]$/u],
  [/^(?:日常)?公用(?:经费|支出)合计$/u, /^(?:302|307|309|31[0-3]|399)$/u],
];

/** The basic expenditure table: 人员经费合计 = 301 + 303, 公用经费合计 = 302 + 307 + … (R-06-02), and both = 合计 (R-06-01). */
export function economicTotals(view: TableView): readonly Candidate[] {
  const { reading } = view;
  if (reading.kind !== 'basic') return [];
  return view.sections.flatMap((section) => {
    const cells = blocksOf(section).flatMap((block) => {
      const columns = additiveColumns(section, block);
      return section.body.map((row) => ({ row, label: labelOf(reading, row, block), columns }));
    });
    const width = cells.reduce((most, { columns }) => Math.max(most, columns.length), 0);
    const place = (cell: (typeof cells)[number], k: number) => ({
      row: cell.row,
      column: cell.columns[k]?.index ?? -1,
    });
    const add = (rule: string, totals: typeof cells, parts: typeof cells): readonly Candidate[] => {
      const [total] = totals.filter((cell) =>
        cell.columns.some((column) => reading.facts.has(`${cell.row},${column.index}`)),
      );
      if (total === undefined || parts.length === 0) return [];
      return Array.from(
        { length: width },
        (_, k) =>
          sumOf(reading, { rule, stated: place(total, k), terms: parts.map((part) => place(part, k)) }) ?? [],
      ).flat();
    };
    const groups = ECONOMIC_GROUPS.map(([name, code]) => ({
      totals: cells.filter(({ label }) => name.test(label.name)),
      parts: cells.filter(({ label }) => label.code !== null && code.test(label.code)),
    }));
    const classes = cells.filter(({ label }) => label.code?.length === 3);
    const whole = cells.filter(({ label }) => /^(?:合计|总计|基本支出合计)$/u.test(label.name));
    const halves = groups.flatMap(({ totals }) => totals.slice(-1));
    const wholeParts = halves.length === 2 ? halves : classes;
    return [
      ...groups.flatMap(({ totals, parts }) =>
        lawful([{ support: 'known', candidates: add('R-06-02', totals, parts) }]),
      ),
      ...lawful([{ support: 'known', candidates: add('R-06-01', whole, wholeParts) }]),
    ];
  });
}
