import type { Fact, Reading, TableReading } from '../../../model/reading.ts';
import { columnOfCell } from '../../../normalizers/table/columns-of-row.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { passagesOf } from '../../prose/mention.ts';
import type { StatementDraft } from '../../rule.ts';
import { equalityStatement } from '../../statement.ts';

const SAID = /(?:自评)?(?:总?得分|总分|综合得分)(?:为)?$/u;
const TOTAL_ROW = /^(?:总分|合计|总计|总得分)$/u;

/** The total score of a form: the last figure of the row 总分. */
function totalScore(table: TableReading): Fact | null {
  for (const row of table.rows.toReversed()) {
    const labelled =
      row.labels.some((label) => TOTAL_ROW.test(squeeze(label.text))) ||
      TOTAL_ROW.test(squeeze(table.grid[row.index]?.find((cell) => cell !== null)?.text ?? ''));
    if (!labelled) continue;
    const facts = [...table.facts.values()].filter(
      ({ origin }) => origin.kind === 'table' && origin.row === row.index,
    );
    const scores = facts.filter(
      ({ origin }) =>
        origin.kind === 'table' && columnOfCell(table, origin.row, origin.column)?.role === 'score',
    );
    return scores.at(-1) ?? null;
  }
  return null;
}

/** The total score told in the text against that of the form (part of R-40-08). */
export function scoreStatements(reading: Reading): readonly StatementDraft[] {
  const said = passagesOf(reading).flatMap(({ mentions }) =>
    mentions.filter((m) => m.role === 'score' && SAID.test(m.lead) && !/满分/u.test(m.lead)),
  );
  const [first] = said;
  if (first === undefined) return [];
  const forms = reading.tables.filter(
    ({ kind }) => kind === 'performance-department' || /(?:部门|单位)整体/u.test(kind),
  );
  const whole =
    forms.length > 0
      ? forms
      : reading.profile.kind === 'performance-department'
        ? reading.tables.filter(({ kind }) => kind === 'performance-project' || kind === 'indicators')
        : [];
  return whole.flatMap((table) => {
    const total = totalScore(table);
    return total === null
      ? []
      : [equalityStatement({ rule: 'R-40-08', stated: first.fact, severity: 'error' }, total, true)];
  });
}
