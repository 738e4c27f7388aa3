import type { Severity } from '../../../model/audit.ts';
import { FUNDS, type Fund } from '../../../model/keys.ts';
import type { Reading } from '../../../model/reading.ts';
import { onceFor } from '../../../normalizers/once.ts';
import { clustersOf } from '../../agreement/clusters.ts';
import type { StatementDraft } from '../../rule.ts';
import { equalityStatement, unchecked } from '../../statement.ts';
import { agree, columnsOf, type Entry, figureOf, keyOf, unlessMisread } from './entry.ts';
import type { FormName } from './form.ts';
import { type Ledger, ledgerOf } from './ledger.ts';

/** Which rule says that two tables print one figure; the order of the two names does not matter. */
const BETWEEN: Readonly<Record<string, string>> = {
  'total+income': 'R-20-01',
  'income+fiscal': 'R-20-01',
  'total+expenditure': 'R-20-02',
  'total+fiscal': 'R-20-03',
  'fiscal+by-code': 'R-20-04',
  'by-code+by-code': 'R-20-04',
  'by-code+basic': 'R-20-05',
  'by-code+project': 'R-20-05',
  'fiscal+basic': 'R-20-05',
  'expenditure+by-code': 'R-20-07',
  'by-code+by-item': 'R-20-10',
  'basic+basic': 'R-11-01',
};
const ORDER: readonly FormName[] = [
  'total',
  'income',
  'expenditure',
  'fiscal',
  'by-code',
  'by-item',
  'basic',
  'project',
];

const OWN_RULE: ReadonlySet<Fund> = new Set(['government-fund', 'state-capital']);

function ruleBetween(a: Entry, b: Entry): string | null {
  const rule = BETWEEN[`${a.form.name}+${b.form.name}`] ?? null;
  if (rule === 'R-20-04' && OWN_RULE.has(b.fund)) return 'R-20-06';
  if (rule === 'R-20-03' && a.fund !== b.fund) return 'R-20-08';
  return rule;
}

interface Sameness {
  readonly fund: Fund;
  readonly sure: boolean;
}

/** The widest fund that holds nothing but this one, so that figures of the two are compared. */
function widest({ same }: Ledger, fund: Fund): Sameness {
  const steps: readonly (readonly [Fund, Fund])[] = [
    ['fiscal', 'general-public'],
    ['all', 'fiscal'],
    ['all', 'general-public'],
  ];
  return steps.reduce<Sameness>(
    (at, [wider, narrower]) => {
      const found = at.fund === narrower ? same(wider, narrower) : 'no';
      return found === 'no' ? at : { fund: wider, sure: at.sure && found === 'yes' };
    },
    { fund, sure: true },
  );
}

/** Of the fiscal table, the column of the other table's own fund is compared, else that of its whole. */
const nearest = (a: Entry, b: Entry, all: readonly Entry[]): boolean => {
  if (a.fund === b.fund) return true;
  if (a.fund !== a.form.fund || b.fund !== b.form.fund) return false;
  const closer = (one: Entry, two: Entry) =>
    one.form.name === 'fiscal' && all.some(({ form, fund }) => form === one.form && fund === two.fund);
  return !closer(a, b) && !closer(b, a);
};

function pairStatement(rule: string, a: Entry, b: Entry, severity: Severity): readonly StatementDraft[] {
  const [one, two] = [figureOf(a), figureOf(b)];
  if (one !== null && two !== null) {
    const draft = equalityStatement({ rule, stated: two, severity }, one);
    return [draft.verdict === 'inconsistent' && agree(one, two) ? { ...draft, verdict: 'rounding' } : draft];
  }
  const stated = one ?? two;
  const lacking = one === null ? a : b;
  if (stated === null || stated.quantity.value.isZero() || lacking.state.kind === 'figure') return [];
  const claim = { rule, kind: 'equality', stated, operands: [], severity, statedTotal: false } as const;
  return [unchecked(claim, lacking.state.kind === 'empty' ? 'operand-blank' : 'operand-unreadable')];
}

/** Pairs that the controlled vocabulary already holds against each other. */
function linkedAlready(reading: Reading): (a: Entry, b: Entry) => boolean {
  const clusterOf = new Map<string, number>();
  for (const [i, { prints }] of clustersOf(reading).entries())
    for (const { fact } of prints) clusterOf.set(fact.id, i);
  return (a, b) => {
    const [one, two] = [figureOf(a), figureOf(b)].map((fact) => clusterOf.get(fact?.id ?? ''));
    return one !== undefined && one === two;
  };
}

function equalities(reading: Reading): readonly StatementDraft[] {
  const ledger = ledgerOf(reading);
  const linked = linkedAlready(reading);
  const wide = new Map(FUNDS.map((fund) => [fund, widest(ledger, fund)]));
  const at = (entry: Entry): Sameness => wide.get(entry.fund) ?? { fund: entry.fund, sure: true };
  const groups = Map.groupBy(ledger.entries, (entry) => keyOf({ ...entry, fund: at(entry).fund }));
  const compared = [...groups.values()].flatMap((group) => {
    const ordered = group.toSorted((a, b) => ORDER.indexOf(a.form.name) - ORDER.indexOf(b.form.name));
    return ordered.flatMap((a, i) =>
      ordered.slice(i + 1).flatMap((b) => {
        const rule = a.form === b.form ? null : ruleBetween(a, b);
        if (rule === null || !nearest(a, b, ordered) || linked(a, b)) return [];
        const sure = a.fund === b.fund || (rule !== 'R-20-08' && at(a).sure && at(b).sure);
        const columns = columnsOf(a, b);
        return pairStatement(rule, a, b, sure ? 'error' : 'warning').map((draft) => ({ draft, columns }));
      }),
    );
  });
  return unlessMisread(compared);
}

const equalitiesByRule = onceFor((reading: Reading) =>
  Map.groupBy(equalities(reading), (statement) => statement.rule),
);

/** The figures that two standard tables both print, by the rule that binds them. */
export const equalStatements = (reading: Reading, rule: string): readonly StatementDraft[] =>
  equalitiesByRule(reading).get(rule) ?? [];
