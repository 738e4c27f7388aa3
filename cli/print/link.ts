import type { LinkFindingReport, LinkOperandReport } from '../../model/link-report.ts';
import type { Context } from '../context.ts';
import { excerpt, severityWord } from './finding.ts';
import { placeText } from './place.ts';
import { visible } from './visible.ts';

const where = ({ document, place }: LinkOperandReport): string =>
  visible(`${document.name}:${placeText(place)}`);

/** Figures of other documents that are shown; a department may have a hundred units. */
const MOST_OTHERS = 12;

/** What the figure is held against: the figures of other documents in the claim that shows it best. */
function othersOf({ here, there, explains }: LinkFindingReport): readonly LinkOperandReport[] {
  const [main] = explains;
  const figures =
    main === undefined ? [] : [...(main.stated === undefined ? [] : [main.stated]), ...main.operands];
  const others = figures.filter(({ document }) => document.sha256 !== here.document.sha256);
  return others.length === 0 ? [there] : others.slice(0, MOST_OTHERS);
}

/** One finding across documents as a linter prints it, with the quotes of all places and the arithmetic below. */
export function linkLines(finding: LinkFindingReport, context: Context): string {
  const { colors, messages } = context;
  const { severity, code, message, here, arithmetic, explains } = finding;
  const others = explains.slice(1).flatMap(({ stated }) => stated?.label ?? []);
  const head = `${colors.bold(where(here))}  ${severityWord(severity, context)}  ${code}  ${visible(message)}`;
  const below = [
    colors.dim(visible(`“${excerpt(here.quote, here.raw)}”`)),
    ...othersOf(finding).map(
      (other) =>
        `${colors.bold(where(other))}  ${colors.dim(visible(`“${excerpt(other.quote, other.raw)}”`))}`,
    ),
    ...(arithmetic === undefined ? [] : [visible(arithmetic)]),
    ...(others.length === 0 ? [] : [visible(messages.alsoDiffer(others))]),
  ];
  return `${[head, ...below.map((line) => `    ${line}`)].join('\n')}\n`;
}
