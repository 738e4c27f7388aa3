import type { Finding } from '../../model/audit.ts';
import type { Place } from '../../model/place.ts';
import type { Language } from '../reconcile.ts';
import { arithmeticOf, inUnitOf, shown } from './arithmetic.ts';
import { type Catalogue, fill } from './catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, zh };

/** A place as a sentence names it. */
export function placeWords(place: Place, language: Language): string {
  if ('line' in place) return language === 'zh' ? `第${place.line}行` : `line ${place.line}`;
  if ('page' in place) return language === 'zh' ? `第${place.page}页` : `page ${place.page}`;
  return `${place.sheet}!${place.cell}`;
}

function parametersOf(finding: Finding, language: Language): Readonly<Record<string, string>> {
  const { stated, computed, operands, parameters } = finding;
  const [first] = operands;
  const common: Record<string, string> = {};
  if (stated !== null) {
    common.label = stated.label;
    common.stated = shown(stated);
    if (computed !== null) {
      common.computed = inUnitOf(stated, computed.value);
      common.gap = inUnitOf(stated, computed.value.minus(stated.quantity.value));
    }
  }
  if (first !== undefined) {
    common.other = shown(first);
    common.where = placeWords(first.place, language);
  }
  return { ...common, ...parameters };
}

/** The one-line message of a finding in the language asked for. */
export function renderFinding(finding: Finding, language: Language): string {
  const { templates } = CATALOGUES[language];
  const template =
    templates[finding.parameters.template ?? ''] ?? templates[finding.template] ?? finding.template;
  return fill(template, parametersOf(finding, language));
}

/** The arithmetic of a finding in one line ("12.32万元 ÷ 18.52万元 = 66.52%"), or null where there is none. */
export function renderArithmetic(finding: Finding, language: Language): string | null {
  const arithmetic = arithmeticOf(finding);
  return arithmetic === null ? null : fill(CATALOGUES[language].computed, arithmetic);
}

/** The likely cause of a finding in one line, or null where none is known. */
export function renderCause(finding: Finding, language: Language): string | null {
  const { diagnosis } = finding;
  if (diagnosis === null) return null;
  const { causes, also } = CATALOGUES[language];
  const { suspect, suggested } = diagnosis;
  const words = fill(causes[diagnosis.kind], {
    suspect: suspect === null ? '' : `${shown(suspect)} (${placeWords(suspect.place, language)})`,
    suggested: suggested ?? '',
  });
  const more = finding.explains.length - 1;
  return more > 0 ? `${words}; ${fill(also, { count: String(more) })}` : words;
}
