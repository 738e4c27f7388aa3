/** Ideographs of the field's words, and what engines take them for. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  入: '人八',
  出: '山',
  目: '日',
  用: '川田甩',
  于: '丁干千',
  因: '内囚',
  年: '午',
  加: '川',
};

/** Long enough that what looks like one of them is no other word: 收人 stands in 征收人员, 上午 is no 上年. */
const WORDS = [
  '支出',
  '年收入',
  '总收入',
  '收入支出',
  '收入合计',
  '收入总计',
  '收入预算',
  '收入决算',
  '事业收入',
  '经营收入',
  '其他收入',
  '拨款收入',
  '预算收入',
  '项目支出',
  '项目经费',
  '主要用于',
  '主要原因是',
  '当年',
  '增加',
] as const;

const classOf = (character: string): string => `[${character}${LOOK_ALIKES[character] ?? ''}]`;

/** What looks like a word of the field in a recognized line, and the word that is as long. */
export const FIELD_WORDS: readonly (readonly [RegExp, string])[] = WORDS.map(
  (word) => [new RegExp([...word].map(classOf).join(''), 'gu'), word] as const,
);
