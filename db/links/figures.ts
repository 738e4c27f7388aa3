import { FUNDS, METRICS } from '../../model/keys.ts';
import type {
  EditionFigure,
  ImpliedAmount,
  LinkDocument,
  LinkedDocument,
  LinkFigure,
  PrintedFigure,
} from '../../model/link.ts';
import { Place } from '../../model/place.ts';
import { PHASES } from '../../model/reading.ts';
import { restoreQuantity } from '../../normalizers/number/quantity.ts';
import { onceFor } from '../../normalizers/once.ts';
import type { Connection } from '../open.ts';
import { among } from './among.ts';
import { unitsOf } from './documents.ts';

interface FigureRow {
  readonly id: number;
  readonly label: string;
  readonly raw: string;
  readonly unit: string;
  readonly value: string;
  readonly value_unit: string;
  readonly approximate: number;
  readonly bound: string | null;
  readonly origin: string;
  readonly place: string;
  readonly quote: string;
  readonly year: number | null;
  readonly phase: string;
  readonly metric: string | null;
  readonly fund: string | null;
  readonly function_code: string | null;
  readonly economic_code: string | null;
  readonly table_id: number | null;
}

interface EditionRow extends FigureRow {
  readonly table_title: string | null;
}

interface ImpliedRow {
  readonly current_id: number;
  readonly change_id: number;
  readonly sign: number;
  readonly year: number;
  readonly phase: string;
}

const metricOf = among(METRICS);
const fundOf = among(FUNDS);
const phaseOf = among(PHASES);
const impliedPhase = among(['initial', 'final'] as const);
const boundOf = among(['min', 'max'] as const);
const originOf = among(['prose', 'table'] as const);

const COLUMNS = `id, label, raw, unit, value, value_unit, approximate, bound, origin, place, quote, year, phase,
  metric, fund, function_code, economic_code, table_id`;
const FIGURES = `SELECT ${COLUMNS} FROM facts
  WHERE document_id = ? AND metric IS NOT NULL AND value_unit = '元' ORDER BY id`;
const PRINTS = `SELECT ${COLUMNS}, (SELECT t.title FROM tables t WHERE t.id = f.table_id) AS table_title
  FROM facts f WHERE document_id = ? ORDER BY id`;
const FACT = `SELECT ${COLUMNS} FROM facts WHERE id = ?`;
const IMPLIED = `SELECT current_id, change_id, sign, year, phase FROM implied_amounts
  WHERE document_id = ? ORDER BY position`;

const prepared = onceFor((db: Connection) => ({
  figures: db.prepare<[number], FigureRow>(FIGURES),
  fact: db.prepare<[number], FigureRow>(FACT),
  implied: db.prepare<[number], ImpliedRow>(IMPLIED),
  prints: db.prepare<[number], EditionRow>(PRINTS),
}));

/** A figure as it was stored. Its place is read only where it is shown: of most figures it never is. */
const printed = (row: FigureRow, document: LinkDocument): PrintedFigure => ({
  id: row.id,
  document,
  label: row.label,
  quantity: restoreQuantity({
    raw: row.raw,
    unit: row.unit,
    value: row.value,
    valueUnit: row.value_unit,
    approximate: row.approximate === 1,
    bound: boundOf(row.bound),
  }),
  origin: originOf(row.origin) ?? 'prose',
  quote: row.quote,
  get place() {
    return Place.parse(JSON.parse(row.place));
  },
});

function figureOf(row: FigureRow, document: LinkDocument): readonly LinkFigure[] {
  const metric = metricOf(row.metric);
  if (metric === null) return [];
  const keys = {
    metric,
    fund: fundOf(row.fund),
    functionCode: row.function_code,
    economicCode: row.economic_code,
    year: row.year,
    phase: phaseOf(row.phase) ?? 'unknown',
    table: row.table_id,
  };
  // The place must stay a getter, which a spread would call.
  return [Object.assign(printed(row, document), keys)];
}

const editionFigure = (row: EditionRow, document: LinkDocument): EditionFigure =>
  Object.assign(printed(row, document), {
    year: row.year,
    phase: phaseOf(row.phase) ?? 'unknown',
    tableTitle: row.table_title,
  });

function impliedOf(
  db: Connection,
  document: LinkDocument,
  figures: readonly LinkFigure[],
): readonly ImpliedAmount[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const { fact, implied } = prepared(db);
  return implied
    .all(document.id)
    .flatMap(({ current_id, change_id, sign, year, phase: said }): readonly ImpliedAmount[] => {
      const current = byId.get(current_id);
      const row = fact.get(change_id);
      const phase = impliedPhase(said);
      if (current === undefined || row === undefined || phase === null) return [];
      return [{ current, change: printed(row, document), sign: sign < 0 ? -1 : 1, year, phase }];
    });
}

/** A document with everything of it that can be linked. */
export function linkedOf(db: Connection, document: LinkDocument): LinkedDocument {
  const rows = prepared(db).figures.all(document.id);
  const figures = rows.flatMap((row) => figureOf(row, document));
  return {
    document,
    figures,
    implied: impliedOf(db, document, figures),
    units: unitsOf(db, document),
    prints: () =>
      prepared(db)
        .prints.all(document.id)
        .map((row) => editionFigure(row, document)),
  };
}
