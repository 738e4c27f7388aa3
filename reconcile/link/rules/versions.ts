import {
  type EditionFigure,
  LINKED_KINDS,
  type LinkedDocument,
  type LinkStatement,
} from '../../../model/link.ts';
import { onceFor } from '../../../normalizers/once.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { type ClaimBase, compareEntries } from '../compare.ts';
import { ledgerOf } from '../ledger.ts';
import type { LinkRule, LinkSlice } from '../rule.ts';
import { byName, equalLink, type LinkClaim, uncheckedLink } from '../statement.ts';
import { agrees, contradicts } from '../trust.ts';

const CODE = 'R-90-05';
/** So few figures in common say nothing of how much two documents agree: then the title decides. */
const FEW = 2;

const titleOf = ({ document }: LinkedDocument): string =>
  squeeze(document.title ?? '').replace(/[()"'《》]/gu, '');

function compared(base: ClaimBase, first: LinkedDocument, second: LinkedDocument): readonly LinkStatement[] {
  const { year } = base.slice;
  if (year === null) return [];
  const periods = [year, year - 1].flatMap((y) =>
    (['final', 'initial'] as const).map((phase) => ({ year: y, phase })),
  );
  return periods.flatMap((period) => {
    const known = ledgerOf([first], period);
    return [...ledgerOf([second], period).values()].flatMap((entry): readonly LinkStatement[] => {
      const other = known.get(entry.key);
      if (other === undefined) return [];
      const about = [base.cause, entry.key, period.year, period.phase].join('|');
      return [compareEntries({ ...base, about }, entry, other)];
    });
  });
}

/** Two editions have most figures in common; where they have not, two different reports may have been given one name. */
function judged(
  claim: LinkClaim,
  found: readonly LinkStatement[],
  sameTitle: boolean,
): readonly LinkStatement[] {
  const wrong = found.filter(contradicts).length;
  const right = found.filter(agrees).length;
  const editions =
    right >= wrong ? sameTitle || claim.slice.scope !== 'unknown' : sameTitle && wrong + right <= FEW;
  if (editions || wrong === 0) return found;
  return found.map((statement) => {
    if (!contradicts(statement)) return statement;
    if (sameTitle) return { ...statement, severity: 'warning' };
    const figures = statement.stated === null ? [] : [statement.stated, ...statement.operands];
    return { ...uncheckedLink(claim, 'not-comparable', figures), subject: statement.subject };
  });
}

/** Of one print in many a slip may be made; so much more must agree before single prints are taken for the same. */
const RIGHT_PER_WRONG = 4;

/** The exact prints of a document by what makes them the same in another edition: label, unit, period and table. */
const printsByIdentity = onceFor((linked: LinkedDocument): ReadonlyMap<string, readonly EditionFigure[]> => {
  const exact = linked.prints().filter(({ quantity }) => !quantity.approximate && quantity.bound === null);
  return Map.groupBy(exact, ({ label, quantity, year, phase, origin, tableTitle }) =>
    [squeeze(label), quantity.unit, year, phase, origin, squeeze(tableTitle ?? '')].join('|'),
  );
});

const outnumbered = (wrong: number, all: number): boolean => all - wrong >= wrong * RIGHT_PER_WRONG;

/** Prints of one identity in their order; where one edition has more of them, or several differ, the order is no guide. */
function alike(
  base: ClaimBase,
  key: string,
  prints: readonly EditionFigure[],
  others: readonly EditionFigure[],
): readonly LinkStatement[] {
  if (prints.length !== others.length) return [];
  const claims = prints.flatMap((print, i): readonly LinkStatement[] => {
    const other = others[i];
    const about = [base.cause, key, i + 1].join('|');
    return other === undefined ? [] : [equalLink({ ...base, about }, print, other)];
  });
  const wrong = claims.filter(contradicts).length;
  return wrong <= 1 || outnumbered(wrong, claims.length) ? claims : [];
}

/** Prints that differ between two editions that are alike print by print, but for those whose keys already tell it. */
function differingPrints(
  base: ClaimBase,
  first: LinkedDocument,
  second: LinkedDocument,
  told: readonly LinkStatement[],
): readonly LinkStatement[] {
  const known = printsByIdentity(first);
  const claims = [...printsByIdentity(second)].flatMap(([key, prints]) =>
    alike(base, key, prints, known.get(key) ?? []),
  );
  const wrong = claims.filter(contradicts);
  if (!outnumbered(wrong.length, claims.length)) return [];
  const values = ({ stated, operands }: LinkStatement) =>
    [stated, ...operands].map((figure) => figure?.quantity.value.toFixed()).join('|');
  const seen = new Set(told.filter(contradicts).map(values));
  return wrong.filter((statement) => !seen.has(values(statement)));
}

function pair(
  slice: LinkSlice,
  first: LinkedDocument,
  second: LinkedDocument,
  position: number,
): readonly LinkStatement[] {
  const { kind } = second.document;
  const base: ClaimBase = {
    rule: CODE,
    slice,
    documents: [second.document, first.document],
    severity: 'error',
    template: 'link-version',
    cause: `${kind}|${position}`,
  };
  const found = compared(base, first, second);
  const claim: LinkClaim = { ...base, about: `${kind}|${position}` };
  const keyed = judged(claim, found, titleOf(first) === titleOf(second));
  const statements = [...keyed, ...differingPrints(base, first, second, found)];
  return statements.length > 0 ? statements : [uncheckedLink(claim, 'no-counterpart')];
}

function statements(slice: LinkSlice): readonly LinkStatement[] {
  if (slice.year === null) return [];
  return LINKED_KINDS.flatMap((kind) => {
    const [first, ...others] = slice.current
      .filter(({ document }) => document.kind === kind)
      .toSorted(byName);
    return first === undefined ? [] : others.flatMap((other, i) => pair(slice, first, other, i + 2));
  });
}

const report = (amount: string) =>
  `云溪县农业农村局2024年度部门决算\n2024年度“三公”经费财政拨款支出决算为${amount}万元，其中公务接待费支出决算为4.20万元。\n`;

export const versionsLink: LinkRule = {
  code: CODE,
  severity: 'error',
  title: { en: 'Two versions of one document', zh: '同一文件的不同版本' },
  explanation: {
    en: 'Two files that are the same document (entity, scope, kind and year) must print the same figures: those with keys in common, and where the two are alike print by print also every single print. One finding names both files and counts the figures that differ. Documents that have little in common may be different reports: then it is a warning, or unchecked where their titles differ too.',
    zh: '同一单位、同一口径、同一类型、同一年度的两份文件，所列数据应一致：指标明确的数据逐项核对，两份文件大体相同的，其余数字也逐处核对；一处结果列明两份文件及不一致的数据个数。相同数据过少的可能并非同一文件，改作提示；标题也不同的不作判断。',
  },
  fires: [[report('32.00'), `${report('48.70')}\n（更正）\n`]],
  quiet: [
    [report('32.00'), `${report('32.00')}\n（更正）\n`],
    [report('32.00'), report('48.70').replaceAll('2024', '2023')],
    [report('32.00'), report('48.70').replaceAll('农业农村局', '农业技术推广中心')],
    [report('32.00'), report('48.70').replace('局2024年度部门决算', '局（本级）2024年度单位决算')],
  ],
  statements,
};
