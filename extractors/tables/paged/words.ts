/** Patterns of the lines that stand about a table; texts are compared without white space. */
export const bare = (text: string): string => text.replace(/\s+/g, '');

/** A line that states the unit of the figures: 单位：万元, 金额单位：元, （单位：万元）, 单位：人、万元. */
export const isUnitLine = (text: string): boolean =>
  /(?:单位|计量单位)[：:]\s*(?:人民币)?[^，。；]{0,6}?(?:元|%|％|个|人)/.test(bare(text));

/** A line about who made the table or which form it is: 编制单位：…, 部门：…, 公开01表. */
export const isFormLine = (text: string): boolean =>
  isUnitLine(text) ||
  /^(?:编制|填报|预算|公开)?(?:单位|部门)(?:名称|编码|公章)?(?:[（(].*[)）])?[：:]/.test(bare(text)) ||
  /^(?:公开|预公开|附件?|附表)?\d{1,2}(?:-\d+)?表$/.test(bare(text)) ||
  /^(?:公开|附)表?[\d０-９一二三四五六七八九十]{1,3}(?:-\d+)?表?$/.test(bare(text));

/** A unit in brackets behind a title. */
const UNIT_AT_END = /[（(](?:金额)?单位[：:][^（()）]*[)）]$/;

/** A line that names a table: short, no sentence, ending in 表 (a bracketed addition may follow). */
export const namesTable = (text: string): boolean => {
  const line = bare(text).replace(UNIT_AT_END, '');
  return (
    line.length <= 60 &&
    !isFormLine(line) &&
    !/[。；，]/.test(line) &&
    !/(?:见|如)(?:下|附)?表$/.test(line) &&
    /表(?:[（(][^（()）]*[)）]|[一二三四五六七八九十]|续表|\d{1,2}(?:-\d+)?)*$/.test(line)
  );
};

/** A caption below or above a table: 表 5：…, 表1-2 …. */
export const isCaption = (text: string): boolean =>
  /^(?:附|续)?表[\d０-９一二三四五六七八九十]{1,3}(?:[-—.]\d+)*[：:、.]?[^\d。，；]{2,50}$/.test(bare(text));

/** A mark that a table goes on: 续表, （续）, 续上表, 接上页. */
export const isContinuationMark = (text: string): boolean =>
  /^[（(]?(?:续表|续上表|接上表|接上页|续)[)）]?(?:[\d一二三四五六七八九十]*|[：:].*)$/.test(bare(text));

/** A title without its continuation mark. */
export const withoutContinuation = (text: string): string =>
  bare(text).replace(/[（(]续(?:表)?[\d一二三四五六七八九十]*[)）]|^续(?:上)?表[：:]?|续表$/g, '');
