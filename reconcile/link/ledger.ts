import type { LinkedDocument, LinkFigure, LinkReason } from '../../model/link.ts';
import type { DocumentKind } from '../../model/reading.ts';
import { isFundless } from '../../normalizers/keys/vocabulary.ts';
import { agreementOf } from '../statement.ts';
import { type LinkPeriod, periodOf } from './period.ts';

/** What some documents say of one thing in one year and phase: one figure, or why there is not one. */
export interface Entry {
  readonly key: string;
  readonly prints: readonly LinkFigure[];
  readonly figure: LinkFigure | null;
  readonly reason: Extract<LinkReason, 'ambiguous' | 'operand-approximate' | 'base-unnamed'> | null;
}

/** Entries by their key. */
export type Ledger = ReadonlyMap<string, Entry>;

/**
 * The fund under which a figure is compared; null where it is not known and matters. A total of the text that names
 * no fund is held against another such only: a table without one may be of any fund.
 */
function fundOf({ metric, fund, origin, functionCode, economicCode }: LinkFigure): string | null {
  if (isFundless(metric)) return '';
  const whole = origin === 'prose' && functionCode === null && economicCode === null;
  return fund ?? (whole ? 'unsaid' : null);
}

/** Metric, fund, function and economic item in one string; null for a figure that cannot be compared. */
export function keyOf(figure: LinkFigure): string | null {
  const fund = fundOf(figure);
  const { metric, functionCode, economicCode } = figure;
  return fund === null ? null : [metric, fund, functionCode, economicCode].join('|');
}

/** Bounds and rounded words (约, 余, 以上) are no amounts that could be equal to another. */
const isExact = ({ quantity }: LinkFigure): boolean => !quantity.approximate && quantity.bound === null;

/** The most precise print, the first of equals. */
const finest = (prints: readonly LinkFigure[]): LinkFigure | undefined =>
  prints.reduce<LinkFigure | undefined>(
    (best, print) => (best === undefined || print.quantity.half.lt(best.quantity.half) ? print : best),
    undefined,
  );

function entryOf(key: string, prints: readonly LinkFigure[]): Entry {
  const figure = finest(prints.filter(isExact));
  if (figure === undefined) return { key, prints, figure: null, reason: 'operand-approximate' };
  const one = prints
    .filter(isExact)
    .every((print) => agreementOf(print.quantity, figure.quantity) !== 'inconsistent');
  return one ? { key, prints, figure, reason: null } : { key, prints, figure: null, reason: 'ambiguous' };
}

interface Wanted {
  readonly year: number;
  readonly phase: LinkPeriod['phase'];
}

/**
 * What documents say of a year and phase. Prints that disagree give no figure; a budget that is not called the initial
 * one gives none either, unless another print is.
 */
export function ledgerOf(documents: readonly LinkedDocument[], { year, phase }: Wanted): Ledger {
  const found = documents
    .flatMap(({ figures }) => figures)
    .flatMap((figure) => {
      const key = keyOf(figure);
      const period = key === null || figure.quantity.unit !== '元' ? null : periodOf(figure);
      const fits = period !== null && period.year === year && period.phase === phase;
      return key === null || !fits ? [] : [{ key, figure, named: period.named }];
    });
  const entries = [...Map.groupBy(found, ({ key }) => key)].map(([key, prints]): Entry => {
    const named = prints.filter((print) => print.named).map((print) => print.figure);
    if (named.length > 0) return entryOf(key, named);
    return { key, prints: prints.map((print) => print.figure), figure: null, reason: 'base-unnamed' };
  });
  return new Map(entries.map((entry) => [entry.key, entry]));
}

/** The same from several kinds of documents: what an earlier kind says is not asked of a later one. */
export function ledgerByKinds(
  documents: readonly LinkedDocument[],
  tiers: readonly (readonly DocumentKind[])[],
  wanted: Wanted,
): Ledger {
  const ledgers = tiers.map((kinds) =>
    ledgerOf(
      documents.filter(({ document }) => kinds.includes(document.kind)),
      wanted,
    ),
  );
  return new Map(ledgers.toReversed().flatMap((ledger) => [...ledger]));
}
