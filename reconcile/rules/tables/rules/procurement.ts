import type { Rule } from '../../../rule.ts';
import { report, tableRule } from '../define.ts';

const purchases = (cells: Readonly<{ goods?: string; all?: string }>): string =>
  report(
    '政府采购预算表',
    '万元',
    '采购品目大类|专项名称|采购物品名称|采购组织形式|总计',
    `合计||||${cells.all ?? '74.00'}`,
    `一、货物A||||${cells.goods ?? '24.00'}`,
    '|办公设备购置费|||24.00',
    '||台式计算机|分散自行组织|10.00',
    '||便携式计算机|分散自行组织|14.00',
    '二、服务C||||50.00',
    '|综合管理费|||50.00',
    '||物业管理服务|分散自行组织|30.00',
    '||车辆维修和保养服务|分散自行组织|20.00',
  );

/** R-11-03: the budget for purchases. */
export const PROCUREMENT_RULES: readonly Rule[] = [
  tableRule({
    code: 'R-11-03',
    title: { en: 'Purchases are goods, works and services', zh: '政府采购预算等于货物、工程、服务之和' },
    explanation: {
      en: 'In a table of purchases laid out as an outline (kind, project, article), the total is the sum of goods, works and services, each of these the sum of its projects, each project the sum of its articles.',
      zh: '政府采购预算表按品目大类、专项、物品逐级列示的，合计等于货物、工程、服务之和，各大类等于所属专项之和，各专项等于所属物品之和。',
    },
    severity: 'error',
    fires: [purchases({ goods: '42.00' }), purchases({ all: '47.00' })],
    quiet: [purchases({})],
  }),
];
