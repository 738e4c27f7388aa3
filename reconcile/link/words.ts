import type { LinkDocument, LinkFinding } from '../../model/link.ts';
import type { Decimal } from '../interval.ts';
import { arithmeticOf, inUnitOf, shown } from '../messages/arithmetic.ts';
import { fill } from '../messages/catalogue.ts';
import { CATALOGUES, placeWords } from '../messages/render.ts';
import type { Language } from '../reconcile.ts';

/** A file's name; with its title or year where the other file has the same. */
function nameOf({ name, title, year }: LinkDocument, here: LinkDocument): string {
  return name === here.name ? `${name}, ${title ?? year ?? ''}` : name;
}

function parametersOf({ main, explains, here, there }: LinkFinding, language: Language) {
  const { stated, operands, computed, parameters } = main;
  const [first, second] = operands;
  return {
    label: here.label,
    document: nameOf(there.document, here.document),
    where: placeWords(there.place, language),
    differing: String(explains.length),
    ...(stated !== null && { stated: shown(stated) }),
    ...(first !== undefined && { other: shown(first) }),
    ...(second !== undefined && { change: shown(second) }),
    ...(stated !== null &&
      computed !== null && {
        computed: inUnitOf(stated, computed.value),
        gap: inUnitOf(stated, computed.value.minus(stated.quantity.value)),
      }),
    ...parameters,
  };
}

/** The one-line message of a finding across documents in the language asked for. */
export function renderLink(finding: LinkFinding, language: Language): string {
  const { template } = finding.main;
  return fill(CATALOGUES[language].templates[template] ?? template, parametersOf(finding, language));
}

/** Its arithmetic in one line, or null where the message shows both figures. */
export function renderLinkArithmetic({ main }: LinkFinding, language: Language): string | null {
  const arithmetic = arithmeticOf(main);
  return arithmetic === null ? null : fill(CATALOGUES[language].computed, arithmetic);
}

/** Computed minus stated in the canonical unit, point to point. */
export const gapOf = ({ main }: LinkFinding): Decimal | null =>
  main.stated === null || main.computed === null
    ? null
    : main.computed.value.minus(main.stated.quantity.value);
