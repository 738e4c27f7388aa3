import type { Fund } from '../../model/keys.ts';
import type { LinkedDocument, LinkFigure } from '../../model/link.ts';
import { isFundless } from '../../normalizers/keys/vocabulary.ts';
import { onceFor } from '../../normalizers/once.ts';
import { agreementOf } from '../statement.ts';
import { periodOf } from './period.ts';

/** The totals by which the money of a table is told, and the funds that it may be, the whole first. */
const TOTALS: ReadonlySet<string> = new Set(['expenditure', 'income']);
const FUNDS: readonly Fund[] = ['all', 'fiscal', 'general-public'];

const isTotal = ({ metric, functionCode, economicCode, quantity }: LinkFigure): boolean =>
  TOTALS.has(metric) && functionCode === null && economicCode === null && !quantity.value.isZero();

const isOpen = ({ fund, metric, table }: LinkFigure): boolean =>
  fund === null && table !== null && !isFundless(metric);

function sameMoney(a: LinkFigure, b: LinkFigure): boolean {
  const [x, y] = [periodOf(a), periodOf(b)];
  const together = x !== null && y !== null && x.year === y.year && x.phase === y.phase;
  return together && a.metric === b.metric && agreementOf(a.quantity, b.quantity) !== 'inconsistent';
}

/** The widest fund whose total a total of the table is; null where there is none. */
function fundOf(totals: readonly LinkFigure[], anchors: readonly LinkFigure[]): Fund | null {
  const told = (fund: Fund, total: LinkFigure) =>
    anchors.some((anchor) => anchor.fund === fund && sameMoney(anchor, total));
  return FUNDS.find((fund) => totals.some((total) => told(fund, total))) ?? null;
}

/**
 * The document with the funds of tables that name none, where a total of the table is printed elsewhere with its fund:
 * a comparison of budget and final account rarely says whose money it is, and is the main place of initial budgets.
 */
export const withFunds = onceFor((linked: LinkedDocument): LinkedDocument => {
  const open = Map.groupBy(linked.figures.filter(isOpen), ({ table }) => table);
  if (open.size === 0) return linked;
  const anchors = linked.figures.filter((figure) => isTotal(figure) && figure.fund !== null);
  const funds = new Map(
    [...open].map(([table, figures]) => [table, fundOf(figures.filter(isTotal), anchors)] as const),
  );
  const figures = linked.figures.map((figure) => {
    const fund = isOpen(figure) ? (funds.get(figure.table) ?? null) : null;
    return fund === null ? figure : { ...figure, fund };
  });
  return { ...linked, figures };
});
