import type { Rule } from '../../../rule.ts';
import { report, tableRule } from '../define.ts';

interface Cells {
  readonly fund?: string;
  readonly rate?: string;
  readonly fundScore?: string;
  readonly points?: string;
  readonly score?: string;
  readonly total?: string;
}

const form = (cells: Cells): string =>
  report(
    '2024年度项目支出绩效自评表',
    '万元',
    '项目资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分',
    `年度资金总额|60.00|80.00|72.00|10|${cells.rate ?? '90.00%'}|${cells.fundScore ?? '9'}`,
    `其中：财政拨款|50.00|70.00|${cells.fund ?? '62.00'}|—|—|—`,
    '上年结转资金|10.00|10.00|10.00|—|—|—',
    '其他资金|0.00|0.00|0.00|—|—|—',
    '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
    `产出指标|数量指标|清淤长度|≥12公里|13公里|${cells.points ?? '30'}|${cells.score ?? '30'}`,
    '产出指标|质量指标|验收合格率|100%|100%|30|28',
    '效益指标|社会效益指标|受益人数|≥5000人|5200人|20|20',
    '满意度指标|服务对象满意度|群众满意度|≥90%|95%|10|10',
    `总分|||||100|${cells.total ?? '97'}`,
  );

const indicators = (rate: string): string =>
  report(
    '重点项目绩效目标完成情况表',
    '万元',
    '一级指标|二级指标|三级指标|绩效指标值|实际完成指标值|完成率',
    `产出指标|数量指标|清淤长度|≥12公里|15公里|${rate}`,
    '产出指标|质量指标|验收合格率|≥95%|100%|100%',
    '产出指标|数量指标|监测次数|=20次|20次|100%',
  );

/** self-evaluation forms. */
export const PERFORMANCE_RULES: readonly Rule[] = [
  tableRule({
    code: 'R-50-01',
    title: { en: 'Execution rate of a form', zh: '绩效自评表预算执行率' },
    explanation: {
      en: 'The execution rate equals the amount executed in the year divided by the adjusted budget of the year; where a form follows the initial budget in its rows, by that.',
      zh: '执行率等于全年执行数除以全年（调整后）预算数；表内各行均以年初预算为基数的，以年初预算计。',
    },
    severity: 'error',
    fires: [form({ rate: '70.00%' })],
    quiet: [form({})],
  }),
  tableRule({
    code: 'R-50-02',
    title: { en: 'Score of the execution rate', zh: '执行率得分' },
    explanation: {
      en: 'The score of execution is its points times the rate, at most the points. Places round or score by steps, so only a score that is far off is told.',
      zh: '执行率得分等于分值乘以执行率（不超过满分）；各地有取整或分档计分的做法，仅对明显偏离的予以提示。',
    },
    severity: 'warning',
    fires: [form({ fundScore: '3', total: '91' })],
    quiet: [form({})],
  }),
  tableRule({
    code: 'R-50-03',
    title: { en: 'Funds of a form are the sum of their sources', zh: '资金总额等于各来源之和' },
    explanation: {
      en: 'Total funds equal appropriations, carry-over and other funds, for each budget and execution column; so do 总额 columns.',
      zh: '资金总额等于财政拨款、上年结转和其他资金之和，预算与执行各栏分别核对；“总额”栏亦同。',
    },
    severity: 'error',
    fires: [form({ fund: '26.00' })],
    quiet: [form({})],
  }),
  tableRule({
    code: 'R-50-04',
    title: { en: 'Points add up', zh: '分值之和' },
    explanation: {
      en: 'The points of a form add up to the points of its total. A row that lost its points in print leaves this unchecked.',
      zh: '各项分值之和等于总分的分值；有指标缺失分值的，不作判断。',
    },
    severity: 'error',
    fires: [form({ points: '40' })],
    quiet: [form({})],
  }),
  tableRule({
    code: 'R-50-05',
    title: { en: 'Scores add up and stay within their points', zh: '得分之和与得分上限' },
    explanation: {
      en: 'The scores of a form add up to its total score, and no score is above its points. A row that lost its score leaves the sum unchecked.',
      zh: '各项得分之和等于总得分，单项得分不超过分值；有指标缺失得分的，不作判断。',
    },
    severity: 'error',
    fires: [form({ total: '79' }), form({ score: '33', total: '100' })],
    quiet: [form({})],
  }),
  tableRule({
    code: 'R-50-07',
    title: { en: 'Completion rates of one formula', zh: '完成率口径' },
    explanation: {
      en: 'A completion rate equals actual ÷ target. Rates capped at 100 % are a convention and never told.',
      zh: '完成率等于实际值除以目标值；超额完成按100%列示属惯例，不予提示。',
    },
    severity: 'info',
    fires: [indicators('152%')],
    quiet: [indicators('125%'), indicators('100%')],
  }),
];
