import type { Reading } from '../../../model/reading.ts';
import { functionalOf } from '../../prose/items.ts';
import { comparable, passagesOf } from '../../prose/mention.ts';
import type { StatementDraft } from '../../rule.ts';
import { equalityStatement } from '../../statement.ts';

const AGAIN = /(?:预算安排|当年预算数?|支出决算数?|支出预算数?)$/u;

/**
 * "“…(项)”352.67万元。…2024年预算安排350.35万元": the amount that heads an item and the one its own paragraph
 * repeats for the year (part of R-00-03).
 */
export function headlineStatements(reading: Reading): readonly StatementDraft[] {
  const { year } = reading.profile;
  const passages = passagesOf(reading);
  const { items } = functionalOf(reading);
  return items.flatMap(({ amount }): readonly StatementDraft[] => {
    const passage = passages.find(({ mentions }) => mentions.includes(amount));
    const alone = items.filter((item) => passage?.mentions.includes(item.amount)).length === 1;
    const again = passage?.mentions.find(
      (m) =>
        m !== amount &&
        m.role === 'amount' &&
        comparable(m, amount) &&
        AGAIN.test(m.fact.label) &&
        m.fact.year === year,
    );
    const named = again !== undefined && again.sentence.index > amount.sentence.index;
    if (!alone || again === undefined || !named || year === null) return [];
    return [equalityStatement({ rule: 'R-00-03', stated: amount.fact }, again.fact)];
  });
}
