import type { Reading } from '../../../model/reading.ts';
import { linesOf } from '../../document/lines.ts';
import { STANDARD_TABLES, tablesAbsent, tablesHeld } from '../../document/standard-tables.ts';
import {
  hasAttachments,
  isPublication,
  type Section,
  sectionsAbsent,
  whollyRead,
} from '../../document/wholeness.ts';
import type { Remark, Rule } from '../../rule.ts';
import { book, FULL_SET } from './example.ts';

const CODE = 'R-80-01';

/** So many of the standard tables show that the whole set was meant to be in this file. */
const MEANT = STANDARD_TABLES.length - 2;
const MEANT_DESPITE_ATTACHMENTS = STANDARD_TABLES.length - 1;

/**
 * A section is missed only in a report that has the two others: a text without tables, tables without a text and an
 * excerpt are parts of a publication, not incomplete ones.
 */
function sectionsMissing(reading: Reading): readonly Section[] {
  const absent = sectionsAbsent(reading);
  return absent.length === 1 ? absent : [];
}

function remarksOf(reading: Reading): readonly Remark[] {
  const { profile } = reading;
  const [first] = linesOf(reading);
  const attached = hasAttachments(reading);
  const needed = attached ? MEANT_DESPITE_ATTACHMENTS : MEANT;
  if (first === undefined || !whollyRead(reading) || !isPublication(reading)) return [];
  if (tablesHeld(reading).length < needed) return [];
  const sections = profile.title === null || attached ? [] : sectionsMissing(reading);
  const missing = [...tablesAbsent(reading), ...sections];
  return missing.map(({ name }) => ({
    rule: CODE,
    severity: 'warning',
    place: first.place,
    quote: profile.title ?? first.text,
    template: 'part-missing',
    parameters: { part: name },
    subject: name,
    facts: [],
  }));
}

const [, incomeTable] = FULL_SET.tables;
const { overview, explanation, glossary, tables } = FULL_SET;

export const requiredPartsRule: Rule = {
  code: CODE,
  severity: 'warning',
  title: { en: 'Required parts are there', zh: '应有部分与表格齐全' },
  explanation: {
    en: 'A final account or budget that holds most of the seven tables common to every province must hold all of them, and the overview, the explanation and the definitions of terms. Reports that were not wholly read, excerpts and reports with attachments are not asked for what may stand elsewhere.',
    zh: '决算、预算公开已列出各地共有的七张表中的大部分的，应列全七张表，并有概况、情况说明和名词解释。未能完整读取的文档、摘录以及另有附件的文档，不要求其列出可能另行公开的内容。',
  },
  fires: [
    book(overview, explanation, ...tables.filter((table) => table !== incomeTable), glossary),
    book(overview, ...tables, glossary),
    book(overview, explanation, ...tables),
  ],
  quiet: [
    book(overview, explanation, ...tables, glossary),
    book(...tables),
    book(overview, explanation, glossary),
    book(overview, '第二部分 部门决算表\n具体表格附后', explanation, glossary),
    '某县文化馆2024年度部门整体支出绩效自评报告\n一、基本情况\n本年支出合计500.00万元。',
  ],
  remarks: remarksOf,
};
