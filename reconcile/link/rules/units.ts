import type { ComponentUnits, LinkedDocument, LinkReason, LinkStatement } from '../../../model/link.ts';
import type { DocumentKind } from '../../../model/reading.ts';
import { type Entry, type Ledger, ledgerOf } from '../ledger.ts';
import type { LinkRule, LinkSlice } from '../rule.ts';
import { documentsOf, type LinkClaim, sumLink, uncheckedLink } from '../statement.ts';
import { unlessSystematic } from '../trust.ts';

const CODE = 'R-90-04';
const KINDS = ['final-account', 'budget'] as const satisfies readonly DocumentKind[];

/** Money that units pay each other is in their totals and left out of the department's. */
const BETWEEN_UNITS = /^(?:income|expenditure)\.(?:superior|affiliates)\|/u;
const HOLDS_TRANSFERS = /\|(?:all|other|unsaid)\|/u;

/** The one list of units that the documents agree on, or why there is none to rely on. */
function unitsNamed(documents: readonly LinkedDocument[]): ComponentUnits | LinkReason {
  const lists = documents.flatMap(({ units }) => units ?? []);
  const [first, ...others] = lists.filter(({ whole }) => whole);
  if (first === undefined) return 'units-unnamed';
  const keysOf = ({ units }: ComponentUnits) =>
    units
      .map(({ key, name }) => key ?? name)
      .sort()
      .join('|');
  return others.every((list) => keysOf(list) === keysOf(first)) ? first : 'ambiguous';
}

interface UnitAccount {
  readonly documents: readonly LinkedDocument[];
  readonly ledger: Ledger;
}

/** The accounts of every unit, or null where one of them is not there or cannot be told by its name. */
function accountsOf(
  { units }: ComponentUnits,
  slice: LinkSlice,
  kind: DocumentKind,
  phase: 'initial' | 'final',
): readonly UnitAccount[] | null {
  const keys = units.map(({ key }) => key);
  if (new Set(keys).size < keys.length) return null;
  const accounts = units.flatMap(({ key, own }): readonly UnitAccount[] => {
    const documents = (slice.units.get(key ?? '') ?? []).filter(
      ({ document }) => document.kind === kind && (!own || document.scope === 'unit'),
    );
    if (documents.length === 0 || slice.year === null) return [];
    return [{ documents, ledger: ledgerOf(documents, { year: slice.year, phase }) }];
  });
  return accounts.length === units.length ? accounts : null;
}

const paysBetween = ({ ledger }: UnitAccount): boolean =>
  [...ledger.values()].some(
    ({ key, prints }) => BETWEEN_UNITS.test(key) && prints.some(({ quantity }) => !quantity.value.isZero()),
  );

/** A total of the whole: sums by function or economic item need every unit to print the item, even at zero. */
const isTotal = ({ prints }: Entry): boolean =>
  prints.every(({ functionCode, economicCode }) => functionCode === null && economicCode === null);

function totalStatement(claim: LinkClaim, entry: Entry, accounts: readonly UnitAccount[]): LinkStatement {
  const entries = accounts.map(({ ledger }) => ledger.get(entry.key));
  const figures = entries.flatMap((found) => found?.figure ?? []);
  if (entry.figure === null) return uncheckedLink(claim, entry.reason ?? 'ambiguous', entry.prints);
  if (figures.length < accounts.length) {
    const missing = entries.some((found) => found === undefined);
    const reason = missing
      ? 'no-counterpart'
      : (entries.find((found) => found?.figure === null)?.reason ?? 'ambiguous');
    return uncheckedLink(claim, reason, [entry.figure, ...figures]);
  }
  const sum = sumLink(claim, entry.figure, figures);
  const offset = HOLDS_TRANSFERS.test(entry.key) && accounts.some(paysBetween);
  return sum.verdict === 'inconsistent' && offset
    ? uncheckedLink(claim, 'internal-transfers', [entry.figure, ...figures])
    : sum;
}

function ofKind(slice: LinkSlice, kind: (typeof KINDS)[number]): readonly LinkStatement[] {
  const department = slice.current.filter(({ document }) => document.kind === kind);
  if (slice.year === null || department.length === 0) return [];
  const claim = { rule: CODE, slice, documents: documentsOf(department), template: 'link-units' };
  const unchecked = (reason: LinkReason) => [uncheckedLink({ ...claim, about: kind }, reason)];
  const units = unitsNamed(department);
  if (typeof units === 'string') return unchecked(units);
  const phase = kind === 'budget' ? 'initial' : 'final';
  const accounts = accountsOf(units, slice, kind, phase);
  if (accounts === null) return unchecked('units-missing');
  const documents = documentsOf([...department, ...accounts.flatMap((account) => account.documents)]);
  const parameters = { count: String(accounts.length) };
  const found = [...ledgerOf(department, { year: slice.year, phase }).values()]
    .filter(isTotal)
    .map((entry) =>
      totalStatement({ ...claim, documents, parameters, about: `${kind}|${entry.key}` }, entry, accounts),
    );
  return unlessSystematic(found);
}

const statements = (slice: LinkSlice): readonly LinkStatement[] =>
  slice.scope === 'department' ? KINDS.flatMap((kind) => ofKind(slice, kind)) : [];

const department = (total: string) =>
  `云溪县文化和旅游局2024年度部门决算（汇总）\n纳入2024年度部门决算编制范围的单位共2个，分别是：云溪县文化和旅游局本级、云溪县文化馆。\n2024年度“三公”经费财政拨款支出决算为${total}万元。\n`;
const office =
  '云溪县文化和旅游局（本级）2024年度单位决算\n2024年度“三公”经费财政拨款支出决算为12.40万元。\n';
const unit = '云溪县文化馆2024年度单位决算\n2024年度“三公”经费财政拨款支出决算为3.10万元。\n';

export const unitsLink: LinkRule = {
  code: CODE,
  severity: 'warning',
  title: { en: 'Department total = sum of its units', zh: '部门汇总数＝所属单位之和' },
  explanation: {
    en: 'Totals of a department’s consolidated report must be the sum of the reports of its units. Checked only where the department’s report lists the units that it brings together, and the reports of all of them for that year are there. Totals that hold payments between units are left out.',
    zh: '部门汇总报告的合计数应等于各所属单位报告之和。仅在部门报告列明编制范围内全部单位、且这些单位当年报告齐备时核对；含单位间往来的合计不作判断。',
  },
  fires: [[department('16.50'), office, unit]],
  quiet: [
    [department('15.50'), office, unit],
    [department('16.50'), office],
    [department('16.50').replace('共2个', '共3个'), office, unit],
  ],
  statements,
};
