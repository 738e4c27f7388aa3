import type { Reading } from '../../../model/reading.ts';
import { reasonIn } from '../../prose/explained.ts';
import { type Mention, type Passage, passagesOf } from '../../prose/mention.ts';
import type { Remark } from '../../rule.ts';

/** "宣传事务经费增加": one clause about one thing; 人员经费增加、项目经费减少 explains either direction. */
const ONE_SIDED =
  /^([^,、和及与但]*?)(?:项目|专项)?(?:经费|支出|预算|费用|资金)(?:数|额|安排)?(?:有所|略有|相应)?(?:(增加|增长|上升)|(减少|下降|降低))$/u;
const OPENING = /^[-*]*(?:\(?(?:\d{1,2}|[一二三四五六七八九十]+)[.)、]\)?)*"?(?:20\d\d年度?,?)*/u;

/** The thing that rose or fell is what the paragraph is about, not one of its parts. */
function isSubject(name: string, passage: Passage): boolean {
  if (name === '') return true;
  const opening = (passage.sentences[0]?.text ?? '')
    .replace(OPENING, '')
    .replace(/\([类款项]\)/gu, '')
    .split(/[,;:。"\d]/u)[0];
  return opening?.endsWith(name) === true || opening?.startsWith(name) === true;
}

const isChange = ({ role, direction, fact }: Mention): boolean =>
  (role === 'change' || role === 'rate') && direction !== 0 && fact.quantity.value.gt(0);

/** An amount that fell because it rose, or the reverse (part of R-30-07). */
export function reasonsAgainst(reading: Reading): readonly Remark[] {
  return passagesOf(reading).flatMap((passage) =>
    passage.sentences.flatMap((sentence): readonly Remark[] => {
      const reason = reasonIn(sentence);
      const match = reason === null ? null : ONE_SIDED.exec(reason);
      if (reason === null || match === null || !isSubject(match[1] ?? '', passage)) return [];
      const change = passage.mentions.findLast(
        (mention) => mention.sentence.index <= sentence.index && isChange(mention),
      );
      const said = match[2] === undefined ? -1 : 1;
      if (change === undefined || change.direction === said) return [];
      const { quantity } = change.fact;
      return [
        {
          rule: 'R-30-07',
          severity: 'warning',
          place: sentence.place,
          quote: sentence.text.slice(0, 120),
          template: 'reason-against',
          parameters: {
            reason,
            change: `${change.lead.split(/[,;]/u).at(-1) ?? ''}${quantity.raw}${quantity.printedUnit}`,
          },
          subject: `reason${change.fact.label}${reason}`,
          facts: [change.fact],
        },
      ];
    }),
  );
}
