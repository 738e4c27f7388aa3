/** A family of the catalogue of rules: its two digits, what it is about, and how many rules it has. */
export interface Family {
  readonly digits: string;
  readonly title: Readonly<Record<'en' | 'zh', string>>;
  readonly rules: number;
}

const family = (digits: string, rules: number, en: string, zh: string): Family => ({
  digits,
  rules,
  title: { en, zh },
});

/** The catalogue of the field, checked or not: R-gg-nn, gg the family, nn from 01 to its number of rules. */
export const FAMILIES: readonly Family[] = [
  family('00', 3, 'The document', '文档'),
  family('01', 7, 'Income and expenditure', '收入支出总表'),
  family('02', 3, 'Income', '收入表'),
  family('03', 4, 'Expenditure', '支出表'),
  family('04', 5, 'Fiscal appropriations', '财政拨款收支总表'),
  family('05', 3, 'General public budget', '一般公共预算支出表'),
  family('06', 3, 'Basic expenditure', '基本支出表'),
  family('07', 6, 'The three public expenses', '“三公”经费表'),
  family('08', 1, 'Government funds', '政府性基金表'),
  family('09', 1, 'State capital', '国有资本经营表'),
  family('10', 6, 'Other tables of a report', '其他表格'),
  family('11', 3, 'Budgets', '预算表'),
  family('20', 10, 'Between tables', '表间勾稽'),
  family('30', 11, 'Arithmetic of sentences', '文字内计算'),
  family('40', 8, 'Text and tables', '文表一致'),
  family('50', 10, 'Performance', '绩效'),
  family('60', 4, 'Counts and names', '数量与名称'),
  family('70', 6, 'Years, units, codes', '年度、单位、编码'),
  family('80', 6, 'Completeness and form', '完整性与规范性'),
  family('90', 5, 'Across documents', '跨文档'),
];

/** Every code of a family. */
export const codesOf = ({ digits, rules }: Family): readonly string[] =>
  Array.from({ length: rules }, (_, i) => `R-${digits}-${String(i + 1).padStart(2, '0')}`);
