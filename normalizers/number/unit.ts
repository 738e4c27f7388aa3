import { Decimal } from './numeral.ts';

/** What a printed unit means: its canonical unit, how many of them one printed unit is, and how it is rounded. */
export interface Unit {
  readonly canonical: string;
  readonly scale: Decimal;
  readonly family: 'money' | 'rate' | 'count' | 'price';
}

const MONEY: Readonly<Record<string, string>> = {
  元: '1',
  百元: '100',
  千元: '1000',
  万元: '10000',
  百万元: '1000000',
  千万元: '10000000',
  亿元: '100000000',
};
const RATES: Readonly<Record<string, string>> = {
  '%': '1',
  '‰': '0.1',
  个百分点: '1',
  百分点: '1',
};
/** Counters of the field, longest first where one begins another. 名 and 位 count people as 人 does. */
export const COUNTERS = [
  ...[
    '人次',
    '批次',
    '户次',
    '团组',
    '个月',
    '小时',
    '工作日',
    '平方米',
    '平方公里',
    '公里',
    '公顷',
    '万亩',
    '台次',
    '课时',
  ],
  ...[
    '人',
    '名',
    '位',
    '个',
    '家',
    '户',
    '起',
    '宗',
    '件',
    '场',
    '期',
    '批',
    '辆',
    '台',
    '条',
    '项',
    '套',
    '份',
    '次',
    '笔',
    '张',
  ],
  ...[
    '盏',
    '座',
    '支',
    '类',
    '种',
    '篇',
    '册',
    '所',
    '间',
    '吨',
    '亩',
    '岁',
    '年',
    '天',
    '分',
    '米',
    '处',
    '组',
    '轮',
    '部',
    '幅',
  ],
  ...[
    '本',
    '只',
    '株',
    '艘',
    '架',
    '块',
    '棵',
    '颗',
    '村',
    '镇',
    '股',
    '科',
    '倍',
    '档',
    '首',
    '对',
    '枚',
    '卷',
    '门',
    '令',
    '层',
    '栋',
    '幢',
    '周',
  ],
] as const;
const counterSource = COUNTERS.join('|');
const COUNTER = new RegExp(`^(万|亿|百万|千)?(${counterSource})(?:\\(套\\)|/套)?$`, 'u');
const PRICE = new RegExp(
  `^(百万元|万元|千元|元|亿元)/(${counterSource})(?:[·./](?:${counterSource}|月|日|天|年))?$`,
  'u',
);
const MULTIPLES: Readonly<Record<string, string>> = {
  千: '1000',
  万: '10000',
  百万: '1000000',
  亿: '100000000',
};

/** Reads a printed unit (万元, %, 万人次, 元/人次, 台(套)); null where it is none. A bare 万 or 亿 counts money. */
export function parseUnit(printed: string): Unit | null {
  const money = MONEY[printed];
  if (money !== undefined) return { canonical: '元', scale: new Decimal(money), family: 'money' };
  const rate = RATES[printed];
  if (rate !== undefined) return { canonical: '%', scale: new Decimal(rate), family: 'rate' };
  if (printed === '万' || printed === '亿') {
    return { canonical: '元', scale: new Decimal(MULTIPLES[printed] ?? '1'), family: 'money' };
  }
  const count = COUNTER.exec(printed);
  if (count !== null) {
    return {
      canonical: count[2] ?? '',
      scale: new Decimal(MULTIPLES[count[1] ?? ''] ?? '1'),
      family: 'count',
    };
  }
  const price = PRICE.exec(printed);
  if (price !== null) {
    const scale = new Decimal(MONEY[price[1] ?? '元'] ?? '1');
    return { canonical: `元${printed.slice(printed.indexOf('/'))}`, scale, family: 'price' };
  }
  return null;
}

/** A pattern for a unit right behind a figure in flat text, longest reading first. */
export const UNIT_SOURCE = [
  `(?:百万元|万元|千元|元|亿元)/(?:${counterSource})(?:[·./](?:${counterSource}|月|日|天|年))?`,
  '百万元|千万元|亿元|万元|千元|百元|元',
  '%|‰|个?百分点',
  `(?:百万|万|亿|千)?(?:${counterSource})(?:\\(套\\)|/套)?`,
  '万|亿',
].join('|');

/** True where two canonical units count the same thing: 人, 名 and 位 are one. */
export function sameUnit(a: string, b: string): boolean {
  const person = (unit: string) => (unit === '名' || unit === '位' ? '人' : unit);
  return person(a) === person(b);
}
