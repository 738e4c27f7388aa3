import type { Reading } from '../../../model/reading.ts';
import { Interval } from '../../interval.ts';
import { type Mention, mentionsOf, passagesOf } from '../../prose/mention.ts';
import type { Remark, Rule, StatementDraft } from '../../rule.ts';
import { judge, sumStatement } from '../../statement.ts';

const REPORT = '某县文化馆2024年度部门整体支出绩效自评报告\n';
const TOTAL = /(?:自评)?(?:总?得分|总分|综合得分)/u;
const FULL = /满分/u;
const POINTS = /(?:得|自评)分?(?:为)?$/u;
const WEIGHT = /(?:共|权重|分值|满分)(?:为)?$/u;

const scores = (reading: Reading): readonly Mention[] =>
  passagesOf(reading).flatMap(({ mentions }) => mentions.filter((m) => m.role === 'score'));

/** "预算执行方面共10分,得10分;产出指标方面共50分,得49分": pairs of what could be had and what was. */
function pairsOf(mentions: readonly Mention[]): readonly (readonly [Mention, Mention])[] {
  return mentions.flatMap((mention, i) => {
    const next = mentions[i + 1];
    const paired =
      next !== undefined &&
      next.sentence === mention.sentence &&
      WEIGHT.test(mention.lead) &&
      POINTS.test(next.lead) &&
      next.start - mention.end <= 6;
    return paired ? [[mention, next] as const] : [];
  });
}

function totalOf(all: readonly Mention[], pattern: RegExp, near: Mention): Mention | undefined {
  const candidates = all.filter((m) => pattern.test(m.lead) && (pattern === FULL || !FULL.test(m.lead)));
  return candidates.findLast((m) => m.sentence.index <= near.sentence.index) ?? candidates[0];
}

function listStatements(reading: Reading): readonly StatementDraft[] {
  const all = scores(reading);
  const drafts: StatementDraft[] = [];
  for (const { sentences, mentions } of passagesOf(reading)) {
    for (const sentence of sentences) {
      const pairs = pairsOf(mentionsOf(sentence).filter((m) => m.role === 'score'));
      const last = pairs.at(-1)?.[1];
      if (pairs.length < 3 || last === undefined) continue;
      const total = totalOf(all, TOTAL, last);
      if (total !== undefined) {
        drafts.push(
          sumStatement({
            rule: 'R-50-05',
            stated: total.fact,
            operands: pairs.map(([, got]) => got.fact),
            parameters: { form: 'scores' },
          }),
        );
      }
    }
    for (const [weight, got] of pairsOf(mentions.filter((m) => m.role === 'score'))) {
      const most = Interval.of(weight.fact.quantity);
      const verdict = got.fact.quantity.value.lte(most.value) ? 'exact' : 'inconsistent';
      const draft = judge(
        {
          rule: 'R-50-05',
          kind: 'order',
          stated: got.fact,
          operands: [weight.fact],
          parameters: { form: 'at-most' },
        },
        most,
      );
      drafts.push({ ...draft, verdict, reason: null });
    }
  }
  return drafts;
}

export const scoreSumRule: Rule = {
  code: 'R-50-05',
  severity: 'error',
  title: { en: 'Scores and their total', zh: '各项得分与总分' },
  explanation: {
    en: 'The scores of all parts add up to the total score, and no part scores more than its weight.',
    zh: '各项得分之和应等于总分；任何一项得分不应超过其分值。',
  },
  fires: [
    `${REPORT}本次整体绩效自评满分100分，自评得分为97分。\n预算执行方面共10分，得10分；产出指标方面共50分，得49分；效益指标方面共30分，得28分，满意度指标共10分，得9分。`,
    `${REPORT}本项指标权重8分、得分9分。`,
  ],
  quiet: [
    `${REPORT}本次整体绩效自评满分100分，自评得分为96分。\n预算执行方面共10分，得10分；产出指标方面共50分，得49分；效益指标方面共30分，得28分，满意度指标共10分，得9分。`,
    `${REPORT}本项指标权重8分、得分7.71分。`,
  ],
  statements: listStatements,
};

/** 财预〔2020〕10号: 90 and more 优, 80 良, 60 中, below 差. */
const BANDS: readonly (readonly [RegExp, number, number])[] = [
  [/^"?优/u, 90, 101],
  [/^"?良/u, 80, 90],
  [/^"?(?:中|合格)/u, 60, 80],
  [/^"?(?:差|不合格)/u, 0, 60],
];

export const gradeRule: Rule = {
  code: 'R-50-08',
  severity: 'error',
  title: { en: 'Grade of a score', zh: '得分与等级' },
  explanation: {
    en: 'On a scale of 100, scores from 90 are 优, from 80 良, from 60 中, below 60 差.',
    zh: '百分制下，90分及以上为优，80分及以上为良，60分及以上为中，60分以下为差。',
  },
  fires: [`${REPORT}自评得分为85.68分（满分100分），总体评价等级为“优”。`],
  quiet: [`${REPORT}自评得分为95.68分（满分100分），总体评价等级为“优”。`],
  remarks: (reading) =>
    scores(reading).flatMap((score): readonly Remark[] => {
      if (!TOTAL.test(score.lead) || FULL.test(score.lead)) return [];
      const behind = score.sentence.text.slice(score.end);
      const grade =
        /(?:等级|等次|评价结果|结论)(?:评定)?(?:为|是|:)?("?[优良中差合不][^,。;]{0,3})|^,("?[优良中差][^,。;]{0,3})等级/u.exec(
          behind,
        );
      const word = grade?.[1] ?? grade?.[2] ?? '';
      const band = BANDS.find(([name]) => name.test(word));
      const value = score.fact.quantity.value;
      if (band === undefined || (value.gte(band[1]) && value.lt(band[2]))) return [];
      return [
        {
          rule: 'R-50-08',
          severity: 'error',
          place: score.fact.place,
          quote: score.fact.quote,
          template: 'grade',
          parameters: { score: score.fact.quantity.raw, grade: word.replace(/"/gu, '') },
          subject: 'grade',
          facts: [score.fact],
        },
      ];
    }),
};
