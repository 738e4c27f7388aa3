/** Numbering of the field, outermost first. Each form is one level. */
const FORMS: readonly RegExp[] = [
  /^第[一二三四五六七八九十]+(?:部分|章)/u,
  /^[一二三四五六七八九十]+、/u,
  /^\([一二三四五六七八九十]+\)/u,
  /^\d{1,2}[.、](?!\d)/u,
  /^\(\d{1,2}\)/u,
];
const LONGEST_HEADING = 45;

/** The level of the numbering that a paragraph begins with, be it a heading or an item of a list; null for none. */
export function numberingLevel(flat: string): number | null {
  const text = flat.replace(/^[-*]+/u, '');
  const level = FORMS.findIndex((form) => form.test(text));
  return level < 0 ? null : level;
}

/** The level of a heading (0 for 第一部分 … 4 for (1)), or null for anything that is no heading. */
export function headingLevel(flat: string): number | null {
  const text = flat.replace(/^[-*]+/u, '');
  const level = numberingLevel(flat);
  if (level === null) return null;
  if (text.length > LONGEST_HEADING || /[,;]/u.test(text) || /。./u.test(text)) return null;
  return level;
}

const NUMBER =
  /^(?:第?([一二三四五六七八九十]+)(?:部分|章|、)|\(([一二三四五六七八九十]+)\)|(\d{1,2})[.、](?!\d)|\((\d{1,2})\))/u;

/** The number that a heading or list item carries, as printed (一, 3), or null. */
export function headingNumber(flat: string): string | null {
  const match = NUMBER.exec(flat.replace(/^[-*]+/u, ''));
  return match === null ? null : (match[1] ?? match[2] ?? match[3] ?? match[4] ?? null);
}
