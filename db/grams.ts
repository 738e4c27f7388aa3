/**
 * Chinese has no spaces between words, and the trigram index of SQLite finds no word of two characters. So texts are
 * indexed as pairs of neighbouring characters: 住房公积金 becomes `住房 房公 公积 积金 金`. The last character stands once
 * more alone, so that a single character can be found as the beginning of a token, wherever it stands.
 */
const RUN = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv;
const HAN = /^\p{Script=Han}/u;
const SPACE_INSIDE_WORD = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
const GROUPING = /(?<=\d)[,，](?=\d{3})/gu;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(GROUPING, '');

/** The tokens of a run, separated by spaces. */
function tokensOf(run: string): string {
  if (!HAN.test(run)) return run;
  let tokens = '';
  let before = '';
  for (const character of run) {
    if (before !== '') tokens += `${before}${character} `;
    before = character;
  }
  return tokens + before;
}

function pairs(run: string): readonly string[] {
  const characters = [...run];
  return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}

const lastOf = (run: string): string => [...run].at(-1) ?? '';

/** The tokens under which a text is indexed, separated by spaces. Padding inside words (合　计) is dropped. */
export function toBigrams(text: string): string {
  const runs = folded(text).replace(SPACE_INSIDE_WORD, '').match(RUN) ?? [];
  return runs.map(tokensOf).join(' ');
}

/** One phrase: the runs of a term in their order; the last run matches the beginning of what may go on. */
function phraseOf(term: string): string | null {
  const runs = term.match(RUN) ?? [];
  const last = runs.at(-1);
  if (last === undefined) return null;
  const before = runs.slice(0, -1).flatMap((run) => (HAN.test(run) ? [...pairs(run), lastOf(run)] : [run]));
  if (!HAN.test(last)) return `"${[...before, last].join(' ')}"`;
  const ending = pairs(last);
  return ending.length > 0 ? `"${[...before, ...ending].join(' ')}"` : `"${[...before, last].join(' ')}" *`;
}

/** A full-text query for what a person typed: every term must occur. Null where nothing in it can be searched. */
export function toSearch(words: string): string | null {
  const phrases = folded(words)
    .split(/\s+/u)
    .flatMap((term) => phraseOf(term) ?? []);
  return phrases.length === 0 ? null : phrases.join(' AND ');
}
