/** A small generator of numbers (mulberry32), so that every run measures the same reports. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const REGIONS = ['清河', '青石', '云岭', '临江', '白沙', '南坪', '石桥', '长宁'] as const;
const OFFICES = [
  '文化馆',
  '图书馆',
  '农业农村局',
  '水利局',
  '档案馆',
  '市场监督管理局',
  '民政局',
  '统计局',
] as const;
const FUNCTIONS = [
  '一般公共服务支出',
  '文化旅游体育与传媒支出',
  '社会保障和就业支出',
  '卫生健康支出',
  '节能环保支出',
  '城乡社区支出',
  '农林水支出',
  '住房保障支出',
] as const;
const ACTIVITIES = [
  '基层业务培训',
  '设施维护',
  '专项检查',
  '信息化建设',
  '公共服务活动',
  '档案整理',
  '宣传推广',
] as const;

/** Cents as an amount in 万元 with two decimals: whole hundreds of 元 only, so that printed sums hold. */
const wan = (hundreds: number): string => (hundreds / 100).toFixed(2);
const percent = (part: number, whole: number): string => ((part / whole) * 100).toFixed(2);

interface Row {
  readonly name: string;
  readonly basic: number;
  readonly project: number;
}

function table(rows: readonly Row[], totals: Row): string {
  const line = ({ name, basic, project }: Row) =>
    [name, wan(basic + project), wan(basic), wan(project)].join('\t');
  return [
    '表1 支出决算表',
    '单位：万元',
    '项目\t合计\t基本支出\t项目支出',
    ...rows.map(line),
    line(totals),
  ].join('\n');
}

/** One invented report of 5 to 10 kB: prose with shares and changes, a table, and in one of ten a wrong share. */
export function syntheticReport(number: number): string {
  const random = seeded(number);
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  const below = (most: number) => Math.floor(random() * most);
  const name = `${pick(REGIONS)}县第${number + 1}${pick(OFFICES)}`;
  const rows = FUNCTIONS.map((title) => ({
    name: title,
    basic: 100 + below(40_000),
    project: 100 + below(30_000),
  }));
  const basic = rows.reduce((sum, row) => sum + row.basic, 0);
  const project = rows.reduce((sum, row) => sum + row.project, 0);
  const whole = basic + project;
  const before = whole - below(5000) - 1;
  const wrong = number % 10 === 0 ? 100 + below(900) : 0;
  const works = Array.from({ length: 12 + below(18) }, (_, i) => {
    const planned = 1000 + below(9000);
    const spent = below(planned);
    return `（${i + 1}）${pick(ACTIVITIES)}项目。全年预算数${wan(planned)}万元，全年执行数${wan(spent)}万元，执行率${percent(spent, planned)}%。项目实施单位按照年度工作安排组织实施，完成${1 + below(60)}次，服务群众${100 + below(9000)}人次，资金使用符合规定，未发现截留、挤占、挪用情况。`;
  });
  const prose = rows.map(
    (row) =>
      `${row.name}${wan(row.basic + row.project)}万元，占${percent(row.basic + row.project, whole)}%；`,
  );
  return `${[
    `${name}2024年度部门决算`,
    '一、收入支出决算总体情况说明',
    `2024年度支出总计${wan(whole)}万元，与上年${wan(before)}万元相比，增加${wan(whole - before)}万元，增长${percent(whole - before, before)}%。`,
    '二、支出决算情况说明',
    `2024年度本年支出合计${wan(whole)}万元，其中：基本支出${wan(basic)}万元，占${percent(basic, whole)}%；项目支出${wan(project)}万元，占${percent(project + wrong * 10, whole)}%。`,
    '三、支出按功能分类情况',
    `2024年度支出${wan(whole)}万元，主要用于以下方面：${prose.join('')}`,
    table(rows, { name: '合计', basic, project }),
    '四、项目执行情况',
    ...works,
  ].join('\n\n')}\n`;
}
