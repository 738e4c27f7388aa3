import { describe, expect, it } from 'vitest';
import { kindOf } from './kind.ts';

describe('the kind that a title names', () => {
  it.each([
    ['云溪县文化馆2024年度部门决算', 'final-account'],
    ['云溪县人民法院2022年决算', 'final-account'],
    ['云溪镇2023年度决算公开', 'final-account'],
    ['2025年云溪县文化馆单位预算公开说明', 'budget'],
    ['云溪县2023年财政决算(草案)的报告', 'government-final'],
    ['关于云溪县2023年预算执行情况和2024年预算草案的报告', 'government-final'],
    ['政府工作报告', 'government-final'],
    ['2024年度部门整体支出绩效自评报告', 'performance-department'],
    ['2024年度单位整体支出绩效评价报告', 'performance-department'],
    ['2024年度项目支出绩效自评表', 'performance-project'],
    ['2024年项目绩效目标申报表', 'performance-target'],
    ['2024年"三公"经费预算情况说明', 'three-public-note'],
    ['2024年"三公"经费决算情况说明', 'three-public-note'],
    ['群众文化活动简报', 'other'],
  ])('%s is %s', (title, kind) => expect(kindOf(title, title, title)).toBe(kind));
});
