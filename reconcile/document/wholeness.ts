import type { Reading, TableReading } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { bodyOf, linesOf } from './lines.ts';

/** Sentences with amounts that make an explanation; fewer may be a cover letter. */
const FEWEST_SENTENCES = 5;
const ELSEWHERE = /附后|另附|随附|附表|附件|另行公[开布]|单独公开|点击|下载/u;

/** True where nothing was lost in reading: only then can anything be missing from the report itself. */
export const whollyRead = (reading: Reading): boolean => reading.layout.status === 'ok';

/** True where the report says that parts of it stand in another file, or at its end as attachments. */
export const hasAttachments = onceFor((reading: Reading): boolean =>
  bodyOf(reading).some(({ text }) => ELSEWHERE.test(text)),
);

/** True where the report explains its figures in sentences; false for tables without a text. */
export const explains = onceFor((reading: Reading): boolean => {
  const body = new Set(bodyOf(reading).map(({ index }) => index));
  const spoken = reading.sentences.filter(
    ({ paragraph, facts }) => body.has(paragraph) && facts.some(({ quantity }) => quantity.unit === '元'),
  );
  return spoken.length >= FEWEST_SENTENCES;
});

/** 财预〔2016〕143号 fixed what every department publishes; older sets were smaller. */
const FIRST_YEAR = 2016;

/** True for the final accounts and budgets that the rules of publication of today are about. */
export const isPublication = ({ profile }: Reading): boolean =>
  (profile.kind === 'final-account' || profile.kind === 'budget') && (profile.year ?? 0) >= FIRST_YEAR;

/** A part that every publication has, and what its heading or its text says. */
export interface Section {
  readonly name: string;
  readonly words: RegExp;
}

const OVERVIEW: Section = {
  name: '部门（单位）概况',
  words: /职责|职能|概况|机构设置|机构组成|基本情况/u,
};
const EXPLANATION: Section = { name: '情况说明', words: /(?:情况|编制|预算|决算)说明/u };
const GLOSSARY: Section = { name: '名词解释', words: /名[词称]解释|名词说明|专业名词|专业术语/u };

/** The sections of a publication of which the report shows nothing, not even a line that could be part of them. */
export const sectionsAbsent = onceFor((reading: Reading): readonly Section[] => {
  const body = bodyOf(reading);
  const has = ({ words }: Section): boolean => body.some(({ text }) => words.test(text));
  const defines = linesOf(reading).some(({ definition }) => definition);
  return [
    ...(has(OVERVIEW) ? [] : [OVERVIEW]),
    ...(explains(reading) || has(EXPLANATION) ? [] : [EXPLANATION]),
    ...(defines || has(GLOSSARY) ? [] : [GLOSSARY]),
  ];
});

/** True where a table holds an amount other than 0. */
export const isFilled = (table: TableReading): boolean =>
  [...table.facts.values()].some(
    ({ quantity }) => (quantity.unit === '元' || quantity.unit === '') && !quantity.value.isZero(),
  );
