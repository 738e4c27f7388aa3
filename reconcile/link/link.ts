import type { LinkDocument, LinkFinding, LinkStatement, PrintedFigure } from '../../model/link.ts';
import { comparePlaces } from '../../model/place.ts';
import { blameOf, softened } from '../blame.ts';
import { stableKey } from '../key.ts';
import { withFunds } from './funds.ts';
import { LINK_RULES } from './registry.ts';
import type { LinkRule, LinkSlice } from './rule.ts';
import { documentsOf, uncheckedLink } from './statement.ts';
import { contradicts, unlessNamesake } from './trust.ts';

/** The claims about one slice and what cannot be of them. */
export interface LinkAudit {
  readonly statements: readonly LinkStatement[];
  readonly findings: readonly LinkFinding[];
}

/** Where a contradiction shows: at the documents of the year that it is about, not at those that it is held against. */
function hereOf({ stated, operands, year }: LinkStatement): PrintedFigure | undefined {
  const figures = stated === null ? operands : [stated, ...operands];
  return figures.find(({ document }) => document.year === year) ?? figures[0];
}

/** A figure of another document, of the one it is held against if that is there. */
function thereOf({ stated, operands }: LinkStatement, here: PrintedFigure): PrintedFigure | undefined {
  const figures = stated === null ? operands : [stated, ...operands];
  return figures.find(({ document }) => document.id !== here.document.id);
}

const inReadingOrder = (a: LinkStatement, b: LinkStatement): number => {
  const [x, y] = [hereOf(a), hereOf(b)];
  return x === undefined || y === undefined ? 0 : comparePlaces(x.place, y.place);
};

/** A total and its part that are off by the same amount are off for one reason. */
function causeOf({ rule, cause, subject, stated, computed }: LinkStatement): string {
  const alone = cause === subject && stated !== null && computed !== null;
  return alone ? `${rule}|${computed.value.minus(stated.quantity.value).toFixed()}` : `${rule}|${cause}`;
}

function findingOf(entity: string, causes: readonly LinkStatement[]): readonly LinkFinding[] {
  const explains = causes.toSorted(inReadingOrder);
  const [main] = explains;
  const here = main === undefined ? undefined : hereOf(main);
  const there = main === undefined || here === undefined ? undefined : thereOf(main, here);
  if (main === undefined || here === undefined || there === undefined) return [];
  const figures = main.stated === null ? main.operands : [main.stated, ...main.operands];
  const blame = blameOf(figures, '');
  const improbable = explains.every(({ verdict }) => verdict === 'improbable');
  const severity = improbable ? 'warning' : softened(main.severity, blame);
  return [{ key: stableKey([entity, main.rule, main.cause]), severity, blame, main, explains, here, there }];
}

function unlinkable(slice: LinkSlice, rules: readonly LinkRule[]): readonly LinkStatement[] {
  const reason = slice.entity === null ? 'entity-unnamed' : 'year-unknown';
  const documents = documentsOf(slice.current);
  return rules.map(({ code }) => uncheckedLink({ rule: code, slice, documents, about: 'documents' }, reason));
}

const knowingFunds = (slice: LinkSlice): LinkSlice => ({
  ...slice,
  current: slice.current.map(withFunds),
  before: slice.before.map(withFunds),
  units: new Map([...slice.units].map(([key, documents]) => [key, documents.map(withFunds)])),
});

/** What the documents of one entity, scope and year say together with each other and with those of the year before. */
export function linkSlice(slice: LinkSlice, rules: readonly LinkRule[] = LINK_RULES): LinkAudit {
  const { entity, year, shared } = slice;
  if (entity === null || year === null) return { statements: unlinkable(slice, rules), findings: [] };
  const known = knowingFunds(slice);
  const found = rules.flatMap((rule) => rule.statements(known));
  const statements = shared ? unlessNamesake(found) : found;
  const causes = Map.groupBy(statements.filter(contradicts), causeOf);
  return { statements, findings: [...causes.values()].flatMap((group) => findingOf(entity, group)) };
}

/** Documents that are looked at in one go; see `LinkSlice`. */
export interface SlicePlan {
  readonly year: number | null;
  readonly scope: LinkDocument['scope'];
  readonly current: readonly LinkDocument[];
  readonly before: readonly LinkDocument[];
  readonly otherScopes: readonly LinkDocument[];
}

/** Documents whose region is known to differ are of different entities; one without a code goes with the only code there is. */
function byRegion(documents: readonly LinkDocument[]): readonly (readonly LinkDocument[])[] {
  const codes = new Set(documents.flatMap(({ regionCode }) => regionCode ?? []));
  return codes.size < 2 ? [documents] : [...Map.groupBy(documents, ({ regionCode }) => regionCode).values()];
}

function plansOf(documents: readonly LinkDocument[]): readonly SlicePlan[] {
  const scopes = Map.groupBy(documents, ({ scope }) => scope);
  return [...scopes].flatMap(([scope, own]) =>
    [...Map.groupBy(own, ({ year }) => year)].map(([year, current]) => ({
      year,
      scope,
      current,
      before: own.filter((document) => year !== null && document.year === year - 1),
      otherScopes: documents.filter(
        (document) =>
          document.scope !== scope && year !== null && (document.year === year || document.year === year - 1),
      ),
    })),
  );
}

/** Cuts the documents of one entity into what is compared with each other, year by year. */
export const slicePlans = (documents: readonly LinkDocument[]): readonly SlicePlan[] =>
  byRegion(documents)
    .flatMap(plansOf)
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.scope < b.scope ? -1 : 1));
