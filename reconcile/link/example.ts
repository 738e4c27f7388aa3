import type { ImpliedAmount, LinkDocument, LinkedDocument, LinkFigure } from '../../model/link.ts';
import { parseNumeral } from '../../normalizers/number/numeral.ts';
import { makeQuantity } from '../../normalizers/number/quantity.ts';
import type { LinkSlice } from './rule.ts';

export const ENTITY = '云溪县文化馆';

type Given<Of> = Partial<Omit<Of, 'document' | 'quantity'>>;

/** A figure as tests write it: an amount in 万元 unless it says otherwise, of the three public expenses. */
export interface GivenFigure extends Given<LinkFigure> {
  readonly amount: string;
  readonly unit?: string;
  readonly approximate?: boolean;
}

interface GivenDocument extends Partial<LinkDocument> {
  readonly figures?: readonly GivenFigure[];
  /** Figures without keys, which only editions are compared by. */
  readonly prints?: readonly GivenFigure[];
  /** Current amount, change, and direction against the year before. */
  readonly changes?: readonly (readonly [GivenFigure, string, 1 | -1])[];
  readonly units?: LinkedDocument['units'];
}

let numbered = 0;
const next = (): number => {
  numbered += 1;
  return numbered;
};

function figureOf(document: LinkDocument, given: GivenFigure): LinkFigure {
  const { amount, unit = '万元', approximate = false, ...keys } = given;
  const numeral = parseNumeral(amount);
  if (numeral === null) throw new Error(`no amount: ${amount}`);
  const id = next();
  return {
    id,
    document,
    label: '“三公”经费支出决算',
    metric: 'three-public',
    fund: null,
    functionCode: null,
    economicCode: null,
    year: document.year,
    origin: 'table',
    table: null,
    phase: document.kind === 'budget' ? 'initial' : 'final',
    quantity: makeQuantity({ raw: amount, numeral, unit, approximate }),
    place: { line: id, column: 1 },
    quote: `${amount}${unit}`,
    ...keys,
  };
}

/** A final account of 2024 with these figures, unless it says otherwise. */
export function linkedDocument(given: GivenDocument = {}): LinkedDocument {
  const { figures = [], prints = [], changes = [], units = null, ...own } = given;
  const id = next();
  const document: LinkDocument = {
    id,
    name: `${id}.txt`,
    sha256: String(id),
    kind: 'final-account',
    title: null,
    entity: ENTITY,
    regionCode: null,
    scope: 'department',
    year: 2024,
    ...own,
  };
  const implied = changes.map(([amount, change, sign]): ImpliedAmount => {
    const current = figureOf(document, amount);
    const moved = figureOf(document, { amount: change });
    return { current, change: moved, sign, year: (document.year ?? 0) - 1, phase: 'final' };
  });
  const told = implied.map(({ current }) => current);
  return {
    document,
    figures: [...figures.map((figure) => figureOf(document, figure)), ...told],
    implied,
    units,
    prints: () =>
      prints.map((figure) => figureOf(document, figure)).map((made) => ({ ...made, tableTitle: null })),
  };
}

/** The slice of the documents of 2024, with the others as those of the year before. */
export function sliceOf(documents: readonly LinkedDocument[], more: Partial<LinkSlice> = {}): LinkSlice {
  const ofYear = (year: number) => documents.filter(({ document }) => document.year === year);
  return {
    entity: ENTITY,
    shared: false,
    scope: 'department',
    year: 2024,
    current: ofYear(2024),
    before: ofYear(2023),
    otherScopes: [],
    units: new Map(),
    ...more,
  };
}
