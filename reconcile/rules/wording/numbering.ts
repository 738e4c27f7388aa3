import type { Reading } from '../../../model/reading.ts';
import { countOf } from '../../../normalizers/number/numeral.ts';
import { headingNumber, numberingLevel } from '../../../normalizers/prose/heading.ts';
import type { Remark, Rule } from '../../rule.ts';
import { copiedItems } from './copied.ts';
import { repeatedTasks } from './tasks.ts';

interface Item {
  readonly number: number;
  readonly printed: string;
  readonly index: number;
}

interface Run {
  readonly items: Item[];
  /** The item that repeats a number of this run, if any. */
  repeat: Item | null;
}

/** The run that an item goes on with: the innermost whose next number it is; inner lists of the same form end there. */
function runFor(stack: Run[], number: number): Run | undefined {
  const at = stack.findLastIndex((run) => run.items.at(-1)?.number === number - 1);
  if (at >= 0) stack.length = at + 1;
  return stack.at(-1);
}

/**
 * The runs of numbering. A number 1 begins a list of its own, perhaps inside another of the same form; a heading of a
 * higher level ends all runs below it.
 */
function runsOf(reading: Reading): readonly Run[] {
  const open = new Map<number, Run[]>();
  const runs: Run[] = [];
  let paragraph = -1;
  for (const sentence of reading.sentences) {
    if (sentence.paragraph === paragraph) continue;
    paragraph = sentence.paragraph;
    const level = numberingLevel(sentence.text);
    const printed = headingNumber(sentence.text);
    const number = printed === null ? null : countOf(printed);
    if (level === null || printed === null || number === null) continue;
    for (const deeper of [...open.keys()].filter((key) => key > level)) open.delete(deeper);
    const stack = open.get(level) ?? [];
    open.set(level, stack);
    const item = { number, printed, index: sentence.index };
    if (number === 1) {
      const run = { items: [item], repeat: null };
      stack.push(run);
      runs.push(run);
      continue;
    }
    const run = runFor(stack, number);
    if (run === undefined) continue;
    // A gap alone is no fault: a line may have been lost in reading. Going back is one.
    if (number <= (run.items.at(-1)?.number ?? 0)) run.repeat ??= item;
    run.items.push(item);
  }
  return runs;
}

const LONGEST = 12;

function remarksOf(reading: Reading): readonly Remark[] {
  return runsOf(reading).flatMap(({ items, repeat }): readonly Remark[] => {
    const sentence = repeat === null ? undefined : reading.sentences[repeat.index];
    if (repeat === null || sentence === undefined) return [];
    const sequence = items
      .slice(0, LONGEST)
      .map((item) => item.printed)
      .join('、');
    return [
      {
        rule: 'R-80-05',
        severity: 'warning',
        place: sentence.place,
        quote: sentence.text,
        template: 'numbering',
        parameters: { number: repeat.printed, sequence },
        subject: `${sentence.headings.at(-1) ?? ''}${sequence}`,
        facts: [],
      },
    ];
  });
}

/** 支出支出, 增加增加: two equal words of two characters or more in a row, where no word is built that way. */
const DOUBLED = /([\u4e00-\u9fff]{2,4})\1/gu;
const REDUPLICATION = /^(.)\1/u;
const LEGITIMATE =
  /^(?:方方|大大|多多|人人|处处|时时|家家|户户|常常|往往|渐渐|进进|出出|日日|周周|月月|年年|天天|一一|等等|点点|层层|个个)/u;

function doubledIn(reading: Reading): readonly Remark[] {
  return reading.sentences.flatMap((sentence): readonly Remark[] => {
    const found = [...sentence.text.matchAll(DOUBLED)].find(
      ([words]) => !REDUPLICATION.test(words) && !LEGITIMATE.test(words),
    );
    if (found === undefined) return [];
    return [
      {
        rule: 'R-80-05',
        severity: 'info',
        place: sentence.place,
        quote: sentence.text.slice(Math.max(0, found.index - 20), found.index + 40),
        template: 'doubled',
        parameters: { words: found[0] },
        subject: `doubled${found[0]}${sentence.headings.at(-1) ?? ''}`,
        facts: [],
      },
    ];
  });
}

const SHORTEST_REPEAT = 60;

function repeatedIn(reading: Reading): readonly Remark[] {
  const remarks: Remark[] = [];
  const firsts = new Map(reading.sentences.toReversed().map((one) => [one.paragraph, one]));
  let previous = '';
  for (const [i, paragraph] of reading.paragraphs.entries()) {
    const text = paragraph.text.replace(/\s/gu, '');
    const sentence = text.length >= SHORTEST_REPEAT && text === previous ? firsts.get(i) : undefined;
    if (sentence !== undefined) {
      const subject = `repeated${text.slice(0, 40)}`;
      remarks.push({
        rule: 'R-80-05',
        severity: 'info',
        place: sentence.place,
        quote: sentence.text.slice(0, 80),
        template: 'repeated',
        parameters: {},
        subject,
        facts: [],
      });
    }
    previous = text;
  }
  return remarks;
}

const HEAD = '某县文化馆2024年度部门整体支出绩效自评报告\n';

const item = (division: string, name: string, purpose: string, reason = name): string =>
  `文化旅游体育与传媒支出（类）${division}（款）${name}（项）。主要用于${purpose}支出。支出决算为12.00万元，比上年增加2.00万元。主要原因是${reason}经费增加。\n`;

export const numberingRule: Rule = {
  code: 'R-80-05',
  severity: 'info',
  title: { en: 'Doubled words, numbers and passages', zh: '文字、编号重复与误抄' },
  explanation: {
    en: 'A number of the outline used twice on one level, an item whose purpose or reason is that of another item (warnings), a word or a paragraph printed twice (information).',
    zh: '同级编号重复使用的，某项的用途或原因写成另一项的，予以提示；文字或段落重复刊印的，仅作信息。',
  },
  fires: [
    `${HEAD}1. 经济性\n(1)公用经费控制情况\n已按要求控制。\n(2)三公经费情况\n已按要求控制。\n(2)项目完成及时性\n均已完成。`,
    `${HEAD}决算数支出支出为12.00万元。`,
    `${HEAD}${item('文物', '文物保护', '文物保护')}${item('体育', '群众体育', '文物保护')}`,
    `${HEAD}${item('文物', '行政运行', '文物行政运行')}${item('体育', '行政运行', '文物行政运行')}`,
    `${HEAD}${item('文物', '文物保护', '古城墙')}${item('体育', '群众体育', '村健身点')}${item('体育', '体育竞赛', '县运动会', '群众体育')}`,
    `${HEAD}${item('行政事业单位医疗', '事业单位医疗', '事业单位医疗保险')}${item('住房改革支出', '住房公积金', '事业单位医疗保险')}`,
  ],
  quiet: [
    `${HEAD}1. 经济性\n(1)公用经费控制情况\n已按要求控制。\n(2)三公经费情况\n已按要求控制。\n2. 效率性\n(1)项目完成及时性\n均已完成。`,
    `${HEAD}一是天天落实，方方面面均已完成。`,
    `${HEAD}${item('文物', '文物保护', '文物保护')}${item('体育', '群众体育', '群众体育')}${item('体育', '行政运行', '人员工资')}`,
    `${HEAD}${item('行政事业单位养老支出', '行政单位离退休', '离退休人员')}${item('行政事业单位养老支出', '事业单位离退休', '离退休人员')}`,
  ],
  remarks: (reading) => [
    ...remarksOf(reading),
    ...repeatedTasks(reading),
    ...copiedItems(reading),
    ...doubledIn(reading),
    ...repeatedIn(reading),
  ],
};
