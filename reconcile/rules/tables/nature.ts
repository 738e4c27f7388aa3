import type { Fact, Reading } from '../../../model/reading.ts';
import { functionalOf } from '../../prose/items.ts';
import { mentionsOf } from '../../prose/mention.ts';
import type { Remark, Rule } from '../../rule.ts';
import { figureOf } from '../cross/entry.ts';
import { ledgerOf } from '../cross/ledger.ts';
import { report } from './define.ts';

type Odd = 'basic' | 'project';

/** What the two commonest items of every division do not hold by custom, by their ending and name. */
const CUSTOM: readonly { readonly ending: string; readonly name: string; readonly odd: Odd }[] = [
  { ending: '01', name: '行政运行', odd: 'project' },
  { ending: '02', name: '一般行政管理事务', odd: 'basic' },
];

interface Found {
  /** The item: its code, or its division where none is printed. */
  readonly item: string;
  readonly name: string;
  readonly odd: Odd;
  readonly fact: Fact;
}

const inTables = (reading: Reading): readonly Found[] =>
  ledgerOf(reading).entries.flatMap((entry): readonly Found[] => {
    const fact = figureOf(entry);
    const custom = CUSTOM.find(
      ({ ending, name, odd }) =>
        entry.item.length === 7 &&
        entry.item.endsWith(ending) &&
        entry.measure === odd &&
        fact?.label.startsWith(name) === true,
    );
    if (custom === undefined || fact === null || entry.flow !== 'expenditure') return [];
    return [{ item: entry.item, name: custom.name, odd: custom.odd, fact }];
  });

/** "行政运行(项)支出100万元,其中基本支出80万元,项目支出20万元". */
function inProse(reading: Reading): readonly Found[] {
  const { items } = functionalOf(reading);
  const inSentence = Map.groupBy(items, ({ amount }) => amount.sentence);
  return items.flatMap(({ itemLabel, divisionLabel, code, amount }): readonly Found[] => {
    const custom = CUSTOM.find(({ name }) => itemLabel === name);
    if (custom === undefined) return [];
    const next = inSentence.get(amount.sentence)?.find(({ amount: other }) => other.start > amount.start);
    const split = mentionsOf(amount.sentence).find(
      (m) =>
        m.start > amount.start &&
        (next === undefined || m.start < next.amount.start) &&
        m.role === 'amount' &&
        m.fact.label === (custom.odd === 'basic' ? '基本支出' : '项目支出'),
    );
    return split === undefined
      ? []
      : [{ item: code ?? divisionLabel, name: custom.name, odd: custom.odd, fact: split.fact }];
  });
}

/** R-03-04: an item is told once, whichever tables print it. */
function remarks(reading: Reading): readonly Remark[] {
  const found = [...inTables(reading), ...inProse(reading)].filter(({ fact }) => fact.quantity.value.gt(0));
  const groups = Map.groupBy(found, ({ item, odd }) => `${item}|${odd}`);
  return [...groups].flatMap(([subject, group]): readonly Remark[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        rule: 'R-03-04',
        severity: 'info',
        place: first.fact.place,
        quote: first.fact.quote,
        template: `nature-${first.odd}`,
        parameters: { item: first.item, name: first.name },
        subject,
        facts: group.map(({ fact }) => fact),
        yields: true,
      },
    ];
  });
}

const expenditure = (running: string, general: string) =>
  report(
    '支出决算表',
    '万元',
    '科目编码|科目名称|本年支出合计|基本支出|项目支出',
    '合计|合计|60.00|40.00|20.00',
    '213|农林水支出|60.00|40.00|20.00',
    '21303|水利|60.00|40.00|20.00',
    `2130301|行政运行|${running}`,
    `2130302|一般行政管理事务|${general}`,
    '2130305|水利工程建设|15.00|2.00|13.00',
  );
const SOUND = expenditure('38.00|38.00|0.00', '7.00|0.00|7.00');

export const natureRule: Rule = {
  code: 'R-03-04',
  severity: 'info',
  title: { en: 'Items of basic or of project expenditure only', zh: '行政运行与一般行政管理事务的支出性质' },
  explanation: {
    en: 'By custom 行政运行 (ending 01) holds basic expenditure only and 一般行政管理事务 (ending 02) project expenditure only. What differs is noted once an item, in the tables by code or in a sentence that splits the item. A heuristic, never more than information.',
    zh: '按惯例，“行政运行”（末两位01）仅列基本支出，“一般行政管理事务”（末两位02）仅列项目支出。不符的逐项提请注意，表中、文中皆然；系经验判断，仅作信息。',
  },
  fires: [
    expenditure('38.00|36.00|2.00', '7.00|2.00|5.00'),
    '某县水利局2024年度部门决算\n农林水支出（类）水利（款）行政运行（项）支出决算数为38.00万元，其中：基本支出36.00万元，项目支出2.00万元。',
  ],
  quiet: [
    SOUND,
    SOUND.replace('水利工程建设', '机关服务'),
    '某县水利局2024年度部门决算\n农林水支出（类）水利（款）行政运行（项）支出决算数为38.00万元。项目支出2.00万元。',
    '某县水利局2024年度部门决算\n农林水支出（类）水利（款）行政运行（项）支出决算数为38.00万元，其中：基本支出38.00万元，项目支出0.00万元。',
  ],
  remarks,
};
