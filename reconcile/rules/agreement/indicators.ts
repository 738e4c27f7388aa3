import type { Reading } from '../../../model/reading.ts';
import { sameUnit } from '../../../normalizers/number/unit.ts';
import { type IndicatorPrint, indicatorsOf } from '../../agreement/indicator.ts';
import { Decimal } from '../../interval.ts';
import type { Remark, Rule, StatementDraft } from '../../rule.ts';
import { equalityStatement } from '../../statement.ts';
import { scoreStatements } from './score.ts';

const family = (unit: string): string => (/^(?:人次|人|名|位)$/u.test(unit) ? '人' : unit);
const sameMeasure = (a: IndicatorPrint, b: IndicatorPrint): boolean =>
  sameUnit(family(a.fact.quantity.unit), family(b.fact.quantity.unit));

const byName = (prints: readonly IndicatorPrint[]): readonly (readonly IndicatorPrint[])[] =>
  [...Map.groupBy(prints, ({ name }) => name).values()].filter((group) => group.length > 1);

const equality = (
  rule: string,
  stated: IndicatorPrint,
  other: IndicatorPrint,
  severity: 'error' | 'warning',
): StatementDraft => equalityStatement({ rule, stated: stated.fact, severity }, other.fact);

const agrees = (a: IndicatorPrint, b: IndicatorPrint): boolean =>
  equality('R-40-08', a, b, 'error').verdict !== 'inconsistent';

/** A name that is printed more often than this is that of many things, and nothing tells which print is about which. */
const MOST_PRINTS = 500;

/** A result in the text that no table of the same indicator agrees with; where one does, another scope is meant by the others. */
function textStatements(group: readonly IndicatorPrint[]): readonly StatementDraft[] {
  const results = group.filter((print) => print.kind === 'actual');
  const inTables = results.filter((print) => print.level !== 'prose');
  const targets = group.filter((print) => print.kind === 'target');
  if (inTables.length === 0 || group.length > MOST_PRINTS) return [];
  return results
    .filter((print) => print.level === 'prose')
    .flatMap((said): readonly StatementDraft[] => {
      const shown = inTables.filter((print) => sameMeasure(said, print));
      const match = shown.find((print) => agrees(said, print));
      const other = match ?? shown[0];
      if (other === undefined) return [];
      const target = targets.find(
        (print) => sameMeasure(said, print) && print.fact.quantity.value.eq(said.fact.quantity.value),
      );
      const draft = equality('R-40-08', said, other, 'error');
      const tie = target !== undefined && draft.verdict === 'inconsistent';
      const parameters = tie
        ? {
            tie: said.fact.id,
            slip: 'target-as-result',
            suspect: said.fact.id,
            suggested: other.fact.quantity.raw,
          }
        : {};
      return [{ ...draft, parameters }];
    });
}

/** Two results this close are one figure misprinted; results of another scope differ by more. */
const NEAR = new Decimal('0.005');

/** Tables that miss a result by its last digits, though the text and another table agree on it. */
function nearMisses(group: readonly IndicatorPrint[]): readonly StatementDraft[] {
  const results = group.filter((print) => print.kind === 'actual');
  const said = results.find((print) => print.level === 'prose');
  if (said === undefined || !results.some((print) => print.level !== 'prose' && agrees(said, print)))
    return [];
  return results
    .filter((print) => print.level !== 'prose' && sameMeasure(said, print) && !agrees(said, print))
    .filter(({ fact }) =>
      fact.quantity.value.minus(said.fact.quantity.value).abs().lte(said.fact.quantity.value.abs().mul(NEAR)),
    )
    .map((print) => equality('R-40-08', print, said, 'error'));
}

/** How much of the shorter stub stands in the longer one, whatever the order: recognition scrambles vertical labels. */
function sameProject(a: IndicatorPrint, b: IndicatorPrint): boolean {
  const [short, long] = a.stub.length <= b.stub.length ? [a.stub, b.stub] : [b.stub, a.stub];
  const characters = [...short].filter((character) => /[\u4e00-\u9fff]/u.test(character));
  const left = [...long];
  let found = 0;
  for (const character of characters) {
    const at = left.indexOf(character);
    if (at < 0) continue;
    left.splice(at, 1);
    found += 1;
  }
  return characters.length >= SHORTEST_STUB && found >= characters.length * CONTAINED;
}

const SHORTEST_STUB = 5;
const CONTAINED = 0.8;

/** Results of one indicator of one project in two tables, or of the whole department in two of its forms. */
function tableStatements(group: readonly IndicatorPrint[]): readonly StatementDraft[] {
  if (group.length > MOST_PRINTS) return [];
  return (['project', 'department'] as const).flatMap((level) => {
    const results = group.filter((print) => print.level === level && print.kind === 'actual');
    return results.flatMap((print, i): readonly StatementDraft[] => {
      const before = results
        .slice(0, i)
        .find(
          (other) =>
            other.table !== print.table &&
            sameMeasure(other, print) &&
            (level === 'department' || sameProject(other, print)),
        );
      return before === undefined ? [] : [equality('R-00-03', print, before, 'warning')];
    });
  });
}

/** The tables' and the text's indicators held against each other (part of R-00-03 and R-40-08). */
export const indicatorTableStatements = (reading: Reading): readonly StatementDraft[] =>
  byName(indicatorsOf(reading)).flatMap(tableStatements);

const HEAD = '某县文化馆2024年度部门整体支出绩效自评报告\n';
const TABLE =
  '三级指标\t绩效指标值\t实际完成指标值\t完成率\n电子社保卡人口覆盖率\t≥57.2%\t61%\t100%\n公共服务好评率\t≥98%\t99%\t100%\n失业保险参保人数\t≥21.27万人\t21.94万人\t103%\n';

export const indicatorRule: Rule = {
  code: 'R-40-08',
  severity: 'error',
  title: { en: 'Indicators in the text and in the tables', zh: '文中指标与表中指标' },
  explanation: {
    en: 'A result told in the text must be the result that the table of the same indicator prints. Where one of several tables agrees, the others are taken to have another scope.',
    zh: '文中所述指标完成值应与表中同一指标的完成值一致；同名指标有多表且其中一表一致的，其余视为口径不同。',
  },
  fires: [`${HEAD}2024年，电子社保卡人口覆盖率达到57.2%。\n${TABLE}`],
  quiet: [`${HEAD}2024年，电子社保卡人口覆盖率达到61%。参加失业保险人数21.94万人。\n${TABLE}`],
  statements: (reading) => [
    ...byName(indicatorsOf(reading)).flatMap((group) => [...textStatements(group), ...nearMisses(group)]),
    ...scoreStatements(reading),
  ],
};

/** "完成率≥100%", "均按要求按期完成": a claim about all targets. */
const CLAIM = /完成率(?:均)?(?:≥|达到?|为)?100%|(?:均|全部)(?:已)?(?:按要求)?(?:按[时期])?(?:超额)?完成/u;

function missed(reading: Reading): readonly (readonly [IndicatorPrint, IndicatorPrint])[] {
  return byName(indicatorsOf(reading)).flatMap((group) => {
    const target = group.find(
      (print) =>
        print.kind === 'target' && print.level === 'department' && print.fact.quantity.bound !== 'max',
    );
    const results = group.filter(
      (print) => print.kind === 'actual' && target !== undefined && sameMeasure(print, target),
    );
    // A project's result says nothing about the department's target.
    const actual =
      results.find((print) => print.table === target?.table) ??
      results.find((print) => print.level === 'prose');
    if (target === undefined || actual === undefined) return [];
    return actual.fact.quantity.value.lt(target.fact.quantity.value) ? [[target, actual] as const] : [];
  });
}

export const targetRule: Rule = {
  code: 'R-30-11',
  severity: 'warning',
  title: { en: 'Targets said to be met', zh: '称已完成的目标' },
  explanation: {
    en: 'Where the report claims that all targets were met, no indicator whose target and result it prints may fall short. A warning: the claim may have been meant for other targets.',
    zh: '称目标均已完成的，所列指标的完成值不应低于目标值。所称目标可能另有所指，故仅作提示。',
  },
  fires: [
    `${HEAD}指标名称\t本年度计划完成水平\n社保指标\t1.参加工伤保险人数38758人。2.参加失业保险人数27300人。\n就业指标\t1.城镇新增就业人数2200人。\n\n本部门绩效目标均按要求按期完成，完成率≥100%。\n工伤保险参保人数35820人，失业保险参保人数27943人。`,
  ],
  quiet: [
    `${HEAD}指标名称\t本年度计划完成水平\n社保指标\t1.参加工伤保险人数38758人。2.参加失业保险人数27300人。\n就业指标\t1.城镇新增就业人数2200人。\n\n本部门绩效目标均按要求按期完成，完成率≥100%。\n工伤保险参保人数38820人，失业保险参保人数27943人。`,
  ],
  remarks: (reading) => {
    const claim = reading.sentences.find(
      (sentence) => CLAIM.test(sentence.text) && /目标|指标|任务/u.test(sentence.text),
    );
    const short = missed(reading);
    const [first] = short;
    if (claim === undefined || first === undefined) return [];
    const [target, actual] = first;
    const remark: Remark = {
      rule: 'R-30-11',
      severity: 'warning',
      place: claim.place,
      quote: claim.text.slice(0, 160),
      template: 'target-missed',
      parameters: {
        claim: CLAIM.exec(claim.text)?.[0] ?? '',
        indicator: short.map(([, { fact }]) => fact.label).join('、'),
        actual: short.map(([, { fact }]) => `${fact.quantity.raw}${fact.quantity.printedUnit}`).join('、'),
        target: short.map(([{ fact }]) => `${fact.quantity.raw}${fact.quantity.printedUnit}`).join('、'),
      },
      subject: target.name + actual.name,
      facts: short.flatMap((pair) => pair.map(({ fact }) => fact)),
    };
    return [remark];
  },
};
