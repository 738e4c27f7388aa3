import { FIELD_WORDS } from './look-alikes.ts';

/** What is never printed in a report, and what is mistaken for it; as many characters come out as went in. */
const MISTAKEN: readonly (readonly [RegExp, string])[] = [
  [/〈/gu, '（'],
  [/〉/gu, '）'],
  [/丶/gu, '、'],
  // Behind these stands at most a colon, and behind the numeral of an item no other point than 、.
  [/(?<=单位|部门)[,，;；.。]$/gu, '：'],
  [/(?<=单位|部门)[,，;；.。](?=[\d\p{Script=Han}])/gu, '：'],
  [/(?<=[一二三四五六七八九十])[.．·](?=\p{Script=Han})/gu, '、'],
  [/(?<=[\p{Script=Han}%）)]);/gu, '；'],
  // A nought before a unit is no ideograph but in a numeral of ideographs, and three digits behind a comma are a group.
  [
    /(?<=(?![〇零一二三四五六七八九十百千万亿])\p{Script=Han})[〇OoО](?=[百千万亿]*元|[人次个辆台套批名件%])/gu,
    '0',
  ],
  [/(?<=(?<!\d)\d{1,3})，(?=\d{3}(?!\d))/gu, ','],
  // Between the digits of an amount stands a point, and before a group of three with decimals a comma.
  [/(?<=\d)[:：](?=\d{1,2}[百千万亿]*元)/gu, '.'],
  [/(?<=(?<![\d.,])\d{1,3})[.．](?=\d{3}\.\d{2}(?!\d))/gu, ','],
  // The levels of a classification stand in round brackets.
  [/[《【〔[{「](?=[类款项][》】〕\]})）」])/gu, '（'],
  [/(?<=[（(][类款项])[》】〕\]}」]/gu, '）'],
  // Behind a comma a share is told as 占; a 点 of percent stands behind its figure.
  [/(?<=[，,；;])点(?=\s?\d[\d.,\s]*%)/gu, '占'],
  ...FIELD_WORDS,
];

/** The characters of a recognized line as they must be printed, where engines confuse them with such as never are. */
export function asPrinted(characters: readonly string[]): readonly string[] {
  if (characters.some(({ length }) => length !== 1)) return characters;
  return [
    ...MISTAKEN.reduce((text, [mistaken, right]) => text.replace(mistaken, right), characters.join('')),
  ];
}
