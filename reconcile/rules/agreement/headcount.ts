import type { Fact, Reading } from '../../../model/reading.ts';
import { passagesOf } from '../../prose/mention.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { equalityStatement } from '../../statement.ts';

/** What is counted once a document: staff in post and vehicles held, by the words of the field. */
const COUNTS =
  /(?:实有(?:在职)?(?:人数|人员)|在职(?:职工|人员)|编制内实有人数|公务用车保有量|公务用车编制数?|实有公务用车|共有车辆)$/u;

interface Counted {
  readonly name: string;
  readonly fact: Fact;
}

function countsOf(reading: Reading): readonly Counted[] {
  const { year } = reading.profile;
  return passagesOf(reading).flatMap(({ mentions }) =>
    mentions.flatMap(({ fact, role }): readonly Counted[] => {
      const name = COUNTS.exec(fact.label)?.[0];
      const counted = role === 'amount' && /^(?:人|名|辆|台)$/u.test(fact.quantity.unit);
      return name === undefined ||
        !counted ||
        fact.phase === 'prior' ||
        (fact.year !== null && fact.year !== year)
        ? []
        : [{ name, fact }];
    }),
  );
}

/** R-60-02: a head-count or a number of vehicles is the same everywhere. Branches may be counted apart, so it is a warning. */
function statements(reading: Reading): readonly StatementDraft[] {
  const first = new Map<string, Fact>();
  return countsOf(reading).flatMap(({ name, fact }): readonly StatementDraft[] => {
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, fact);
      return [];
    }
    return [equalityStatement({ rule: 'R-60-02', stated: fact, severity: 'warning' }, before)];
  });
}

const HEAD = '某县文化馆2024年度部门整体支出绩效自评报告\n';

export const headcountRule: Rule = {
  code: 'R-60-02',
  severity: 'warning',
  title: { en: 'Head-counts and vehicles', zh: '人数与车辆数前后一致' },
  explanation: {
    en: 'Staff in post and vehicles held are the same number wherever the report states them for its year.',
    zh: '同一年度的在职（实有）人数、公务用车保有量，各处所列应一致。',
  },
  fires: [
    `${HEAD}2024年12月末实有在职人员80人。\n一、人员管理\n2024年12月末实有在职人员82人，退休人员24人。`,
  ],
  quiet: [
    `${HEAD}2024年12月末实有在职人员80人。\n一、人员管理\n2024年12月末实有在职人员80人，退休人员24人。`,
  ],
  statements,
};
