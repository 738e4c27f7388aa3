import type { ColumnRole, Fact, Reading, TableReading } from '../../../model/reading.ts';
import { textAt } from '../../../normalizers/table/grid.ts';
import { sectionsOf } from '../../../normalizers/table/read.ts';
import { shown } from '../../messages/arithmetic.ts';
import { type Mention, mentionsOf } from '../../prose/mention.ts';
import type { Remark, Rule } from '../../rule.ts';
import { report } from '../tables/define.ts';
import { isUnmet, type Sense, senseOf } from './unmet.ts';

/** An indicator with its target, its result, and what it was worth. */
interface Scored {
  readonly indicator: string;
  readonly sense: Sense | null;
  readonly target: Fact;
  readonly actual: Fact;
  readonly points: Fact;
  readonly score: Fact;
}

const boundSense = ({ quantity }: Fact): Sense =>
  quantity.bound === 'min' ? 'least' : quantity.bound === 'max' ? 'most' : 'plain';

function inTable(table: TableReading): readonly Scored[] {
  return sectionsOf(table).flatMap(({ columns, body }) => {
    const first = (role: ColumnRole) => columns.find((column) => column.role === role)?.index ?? -1;
    const at = (row: number, role: ColumnRole) => table.facts.get(`${row},${first(role)}`);
    return body.flatMap((row): readonly Scored[] => {
      const [target, actual, points, score] = [
        at(row, 'target'),
        at(row, 'actual'),
        at(row, 'weight'),
        at(row, 'score'),
      ];
      if (!target || !actual || !points || !score) return [];
      const printed = textAt(table.grid, row, first('target'));
      const sign = textAt(table.grid, row, first('relation')) || (printed.startsWith('=') ? '=' : '');
      const indicator = (table.rows[row]?.labels ?? []).map(({ text }) => text).join('') + target.label;
      return [
        { indicator, sense: sign === '' ? boundSense(target) : senseOf(sign), target, actual, points, score },
      ];
    });
  });
}

const only = (mentions: readonly Mention[]): Mention | null =>
  mentions.length === 1 ? (mentions[0] ?? null) : null;

/** "目标值≥95%,实际完成92%,分值5分,得5分": one indicator told in one sentence. */
function inSentence(mentions: readonly Mention[]): readonly Scored[] {
  const target = only(
    mentions.filter((m) => m.role !== 'score' && /(?:目标|指标)值(?:为|是|:|[≥≤=><])*$/u.test(m.lead)),
  );
  const actual = only(
    mentions.filter(
      (m) => m.role !== 'score' && /(?:实际|完成)(?:完成)?(?:值)?(?:为|是|达到?|:)?$/u.test(m.lead),
    ),
  );
  const points = only(
    mentions.filter((m) => m.role === 'score' && /(?:分值|权重|满分)(?:为|:)?$/u.test(m.lead)),
  );
  const score = only(mentions.filter((m) => m.role === 'score' && /得(?:分)?(?:为|:)?$/u.test(m.lead)));
  if (target === null || actual === null || points === null || score === null) return [];
  return [
    {
      indicator: target.sentence.text,
      sense: boundSense(target.fact),
      target: target.fact,
      actual: actual.fact,
      points: points.fact,
      score: score.fact,
    },
  ];
}

const unmet = ({ sense, target, actual, indicator }: Scored): boolean | null =>
  sense === null ? null : isUnmet(target.quantity, actual.quantity, sense, indicator);

const FEW = 2;

/** Where most targets of a table are missed, its columns are not what they were taken for. */
function believable(scored: readonly Scored[]): readonly Scored[] {
  const judged = scored.filter((one) => unmet(one) !== null);
  const missed = judged.filter((one) => unmet(one) === true);
  return missed.length > FEW && missed.length * 2 > judged.length ? [] : missed;
}

const SIGNS: Readonly<Record<Sense, string>> = { least: '≥', most: '≤', equal: '=', plain: '' };

const isFull = ({ points, score }: Scored): boolean =>
  points.quantity.value.gt(0) && score.quantity.value.gte(points.quantity.value);

function remarks(reading: Reading): readonly Remark[] {
  const tables = reading.tables.map(inTable);
  const told = reading.sentences.flatMap((sentence) => inSentence(mentionsOf(sentence)));
  return [...tables, told]
    .flatMap(believable)
    .filter(isFull)
    .map(({ target, actual, points, score, sense }) => ({
      rule: 'R-50-06',
      severity: 'warning',
      place: actual.place,
      quote: actual.quote,
      template: 'full-marks',
      parameters: {
        target: `${SIGNS[sense ?? 'plain']}${shown(target)}`,
        score: shown(score),
        points: shown(points),
      },
      subject: actual.label,
      facts: [actual, target, score, points],
      yields: true,
    }));
}

const form = (row: string) =>
  report(
    '2024年度项目支出绩效自评表',
    '万元',
    '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
    '产出指标|数量指标|清淤长度|≥12公里|13公里|30|30',
    `产出指标|质量指标|${row}`,
    '效益指标|社会效益指标|受益人数|≥5000人|5200人|20|20',
    '满意度指标|服务对象满意度|群众满意度|≥90%|95%|10|9',
  );
const HEAD = '某县文化馆2024年度部门整体支出绩效自评报告\n';

export const fullMarksRule: Rule = {
  code: 'R-50-06',
  severity: 'warning',
  title: { en: 'Full marks for a missed target', zh: '未达目标而得满分' },
  explanation: {
    en: 'A result below its target (above it, where the target is a most) should not score full marks. Compared only where both are numbers of one unit; > counts as ≥, a number over an exact target is no miss, and without a sign less of costs, complaints or days is none either. A warning: places score within bands. Marks taken off a target that is met are not told.',
    zh: '完成值低于目标值（目标为上限的，高于目标值）的，不应得满分。仅比较单位一致的数值；“>”视同“≥”，超过等于型目标的不算未达，未标符号的成本、投诉、天数等以少为好的指标不作判断。各地有分档计分的做法，仅作提示；已达目标而扣分的不提示。',
  },
  fires: [
    form('验收合格率|≥98%|95%|40|40'),
    form('单位成本|≤5.00万元|5.60万元|40|40'),
    form('监测次数|=20次|18次|40|40'),
    `${HEAD}群众满意度目标值≥95%，实际完成92%，分值5分，得5分。`,
  ],
  quiet: [
    form('验收合格率|≥98%|95%|40|36'),
    form('验收合格率|≥98%|98%|40|40'),
    form('监测次数|=20次|23次|40|40'),
    form('项目成本|5.00万元|4.60万元|40|40'),
    form('验收合格率|98%|0.99|40|40'),
    form('完成时限|2024年12月底前|2024年11月|40|40'),
    `${HEAD}群众满意度目标值≥95%，实际完成92%，分值5分，得4分。`,
    `${HEAD}群众满意度目标值≥95%，实际完成96%，分值5分，得5分。`,
  ],
  remarks,
};
