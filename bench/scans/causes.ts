import type { FindingReport, OperandReport, Report, StatementReport } from '../../model/report.ts';

/** What became of the causes that the text layer has, on the dirty pages. */
export interface Causes {
  readonly same: readonly FindingReport[];
  /** How many of these are blamed on the report there too. */
  readonly sure: number;
  /** The same figure is told, by another rule or from the other side. */
  readonly otherwise: readonly FindingReport[];
  readonly lost: readonly FindingReport[];
  /** What only the dirty pages have. */
  readonly added: readonly FindingReport[];
}

/** The causes of a text layer found again on pictures of its pages, each once at most. */
export function comparedCauses(clean: Report, dirty: Report): Causes {
  const left = new Set(dirty.findings);
  const take = (fits: (found: FindingReport) => boolean): FindingReport | undefined => {
    const found = [...left].find(fits);
    if (found !== undefined) left.delete(found);
    return found;
  };
  const again = new Map(
    clean.findings.flatMap((one) => {
      const found = take((other) => isSame(one, other));
      return found === undefined ? [] : [[one, found] as const];
    }),
  );
  const same = [...again.keys()];
  const rest = clean.findings.filter((one) => !again.has(one));
  const brokenBy = (finding: FindingReport) =>
    clean.statements.filter(({ id }) => finding.explains.includes(id));
  const otherwise = rest.filter(
    (one) => take((found) => isAboutSame(one, found, brokenBy(one))) !== undefined,
  );
  const lost = rest.filter((one) => !otherwise.includes(one));
  // What one figure of the report breaks may be told in two findings where its other statements could not be checked.
  const isKnown = (found: FindingReport): boolean =>
    clean.findings.some((one) => isAboutSame(one, found, brokenBy(one)));
  const sure = [...again.values()].filter(({ blame }) => blame === 'report').length;
  return { same, sure, otherwise, lost, added: [...left].filter((found) => !isKnown(found)) };
}

/** Half of the figures, or of the pairs of neighbouring characters of the words, tell a cause again. */
const ENOUGH = 0.5;

function isSame(a: FindingReport, b: FindingReport): boolean {
  if (a.code !== b.code || pageOf(a) !== pageOf(b)) return false;
  if (a.stated === undefined || b.stated === undefined)
    return a.stated === b.stated && alike(pairs(a.quote), pairs(b.quote)) >= ENOUGH;
  if (digitsOf(a.stated) !== digitsOf(b.stated)) return false;
  return alike(a.operands.map(digitsOf), b.operands.map(digitsOf)) >= ENOUGH;
}

/**
 * Whether a finding tells the cause in another way: it suspects the same figure, or is about one of the statements that
 * the cause breaks.
 */
function isAboutSame(a: FindingReport, b: FindingReport, broken: readonly StatementReport[]): boolean {
  const [x, y] = [suspectOf(a), suspectOf(b)];
  if (x !== null && x === y) return true;
  return broken.some((statement) => isAbout(b, statement));
}

/** Where a head was misread another rule may find the same. */
const isAbout = (finding: FindingReport, { stated, operands }: StatementReport): boolean =>
  stated !== undefined &&
  finding.stated !== undefined &&
  digitsOf(stated) === digitsOf(finding.stated) &&
  alike(operands.map(digitsOf), finding.operands.map(digitsOf)) >= ENOUGH;

const pageOf = ({ place }: FindingReport): number => ('page' in place ? place.page : 0);
const digitsOf = ({ raw }: OperandReport): string => raw.normalize('NFKC').replace(/[^\d.]/gu, '');
const suspectOf = ({ diagnosis }: FindingReport): string | null =>
  diagnosis?.suspect === undefined ? null : digitsOf(diagnosis.suspect);

function pairs(text: string): readonly string[] {
  const bare = [...text.normalize('NFKC').replace(/\s+/gu, '')];
  return bare.slice(1).map((next, index) => `${bare[index]}${next}`);
}

/** What part of two lists is in both (Dice); two empty ones are alike. */
function alike(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  const common = a.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return a.length + b.length === 0 ? 1 : (2 * common) / (a.length + b.length);
}
