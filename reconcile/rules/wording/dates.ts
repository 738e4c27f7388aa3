import type { Place } from '../../../model/place.ts';
import type { Reading } from '../../../model/reading.ts';
import { flatten } from '../../../normalizers/text/flat.ts';
import type { Remark, Rule } from '../../rule.ts';

interface PrintedDate {
  readonly text: string;
  readonly year: number;
  /** year·10000 + month·100 + day, for comparison. */
  readonly order: number;
  readonly place: Place;
  /** The whole sentence, paragraph or row that it stands in. */
  readonly around: string;
}

const DATE = /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日/u;
const PUBLISHED = /公开时间|发布(?:时间|日期)|填报日期|报告日期|公开日期/u;
/** A line that is a date and little else is a signature or a cover date. */
const SIGNATURE = /^(?:.{0,24}(?:签章|签字|盖章|日期|负责人)[^\d]{0,12})?(?:19|20)\d\d年\d{1,2}月\d{1,2}日$/u;
const DONE = /已完成|完成|100%/u;

function dateIn(text: string, place: Place, around: string): PrintedDate | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return { text: match[0], year, order: year * 10_000 + month * 100 + day, place, around };
}

function datesIn(reading: Reading): readonly PrintedDate[] {
  const prose = reading.sentences.flatMap((s) => dateIn(s.text, s.place, s.text) ?? []);
  const cells = reading.tables.flatMap(({ table }) =>
    [...Map.groupBy(table.cells, (cell) => cell.row).values()].flatMap((row) => {
      const texts = row.map((cell) => flatten(cell.text).text);
      const around = texts.join(' | ');
      return row.flatMap((cell, i) => dateIn(texts[i] ?? '', cell.place, around) ?? []);
    }),
  );
  return [...prose, ...cells];
}

function remarksOf(reading: Reading): readonly Remark[] {
  const { year } = reading.profile;
  const dates = datesIn(reading);
  const published = dates.find((date) => PUBLISHED.test(date.around) && date.around.length < 60);
  const remarks = dates.flatMap((date): readonly Remark[] => {
    const common = {
      rule: 'R-70-01',
      severity: 'warning',
      place: date.place,
      quote: date.around.slice(0, 160),
      subject: date.text,
      facts: [],
    } as const;
    const alone =
      date.around.length < 60 &&
      (SIGNATURE.test(date.around) ||
        SIGNATURE.test(date.around.split(' | ').find((part) => DATE.test(part)) ?? ''));
    if (alone && year !== null && date.year < year) {
      return [{ ...common, template: 'date-before', parameters: { date: date.text, year: String(year) } }];
    }
    const deadline =
      published !== undefined && date.around !== published.around && date.around.includes(' | ');
    if (deadline && date.order > published.order && DONE.test(date.around)) {
      return [
        { ...common, template: 'date-after', parameters: { date: date.text, published: published.text } },
      ];
    }
    return [];
  });
  // One wrong date on every signature line is one slip.
  return remarks.filter((remark, i) => remarks.findIndex((other) => other.subject === remark.subject) === i);
}

const HEAD = '某县文化馆2024年度部门整体支出绩效自评报告\n';

/** R-70-01: signatures older than the year reported on, and work reported as done before its deadline of a later year. */
export const datesRule: Rule = {
  code: 'R-70-01',
  severity: 'warning',
  title: { en: 'Dates that cannot be', zh: '日期与报告年度' },
  explanation: {
    en: 'A signature cannot be older than the year it reports on; a task reported as done cannot have a deadline after the day of publication. Dates elsewhere (documents, plans) are not judged.',
    zh: '落款日期不应早于所报告的年度；已列为完成的事项，其完成时限不应晚于公开时间。其他日期（文号、计划等）不作判断。',
  },
  fires: [
    `${HEAD}报告日期：2025年3月10日\n一、基本情况。\n部门负责人（签章）：2015年3月19日`,
    `${HEAD}公开时间：2025年8月22日\n指标\t指标值\t实际完成值\n项目完成时限\t2025年12月31日前\t已完成\n服务次数\t5次\t5次\n`,
  ],
  quiet: [
    `${HEAD}报告日期：2025年3月10日\n根据2019年5月6日印发的办法执行。\n部门负责人（签章）：2025年3月19日`,
    `${HEAD}公开时间：2025年8月22日\n指标\t指标值\t实际完成值\n项目完成时限\t2024年12月31日前\t已完成\n服务次数\t5次\t5次\n`,
  ],
  remarks: remarksOf,
};
