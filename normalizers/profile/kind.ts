import type { DocumentKind } from '../../model/reading.ts';

type KindWords = readonly (readonly [DocumentKind, RegExp])[];

/** How titles name the kinds, the more special first: the budget of a department is any other 预算. */
const TITLES: KindWords = [
  [
    'government-final',
    /政府决算|财政(?:收支)?决算(?:草案)?(?:的报告)?|预算执行情况和.{0,8}预算(?:草案)?的报告|政府工作报告/u,
  ],
  ['performance-project', /项目支出绩效(?:单位)?自评(?:表|报告)/u],
  ['performance-department', /(?:部门|单位)?整体支出.{0,4}绩效(?:评价)?自?评?(?:价)?(?:报告|表)/u],
  ['performance-target', /绩效目标(?:申报)?表/u],
  ['final-account', /(?:部门|单位).{0,4}决算|决算公开|年度?决算/u],
  ['three-public-note', /"?三公"?经费.{0,12}(?:预算|决算).{0,8}(?:说明|公开)/u],
  ['budget', /(?:部门|单位)?预算(?:公开|编制说明|说明|情况)?/u],
];

/** A finance bureau's duties speak of 财政决算, and anyone's of 预算: below the title only whole names count. */
const HEADS: KindWords = TITLES.filter(([kind]) => kind !== 'government-final').map(([kind, words]) => [
  kind,
  kind === 'budget' ? /(?:部门|单位).{0,4}预算(?:公开|编制|说明|情况|表)|收支预算总表/u : words,
]);

const named = (kinds: KindWords, text: string): DocumentKind | null =>
  kinds.find(([, words]) => words.test(text))?.[0] ?? null;

/** The kind that the title names, else the lines around it, else the head of the report; `other` where none does. */
export const kindOf = (title: string, cover: string, head: string): DocumentKind =>
  named(TITLES, title) ?? named(TITLES, cover) ?? named(HEADS, head) ?? 'other';
