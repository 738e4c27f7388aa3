import data from './regions.json' with { type: 'json' };

/** A province, prefecture or county of GB/T 2260 under one of its names. */
export interface Region {
  readonly code: string;
  readonly name: string;
  /** The name is found after `from` and until `to`; null where it is as old, or as new, as the sources. */
  readonly from: number | null;
  readonly to: number | null;
}

const yearOf = (cell: string | number | null | undefined): number | null =>
  typeof cell === 'number' ? cell : null;

export const REGIONS: readonly Region[] = data.regions.map(([code, name, from, to]) => ({
  code: String(code),
  name: String(name),
  from: yearOf(from),
  to: yearOf(to),
}));

const PEOPLES =
  '阿昌|白|保安|布朗|布依|朝鲜|达斡尔|傣|德昂|东乡|侗|独龙|鄂伦春|鄂温克|高山|仡佬|哈尼|哈萨克|赫哲|回|基诺|京|景颇|柯尔克孜|拉祜|黎|傈僳|珞巴|满|毛南|门巴|蒙古|苗|仫佬|纳西|怒|普米|羌|撒拉|畲|水|塔吉克|塔塔尔|土|土家|佤|维吾尔|乌孜别克|锡伯|瑶|彝|裕固|藏|壮';
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:(?:${PEOPLES})族?)+(?:各族)?自治(州|县|旗)$`, 'u');

/** 凉山彝族自治州 is 凉山州 in everyday use. */
function namesOf({ name }: Region): readonly string[] {
  const [, place, level] = AUTONOMOUS.exec(name) ?? [];
  return place === undefined || level === undefined ? [name] : [name, `${place}${level}`];
}

const byName = Map.groupBy(
  REGIONS.flatMap((region) => namesOf(region).map((name) => ({ name, region }))),
  ({ name }) => name,
);
const LONGEST = Math.max(...[...byName.keys()].map(({ length }) => length));

/** Every region that has or had this name, or this short one of an autonomous prefecture or county. */
export const regionsNamed = (name: string): readonly Region[] =>
  (byName.get(name) ?? []).map(({ region }) => region);

/** The names that a text goes on with at an offset, the longest first. */
export function namesAt(text: string, at: number): readonly string[] {
  const names: string[] = [];
  for (let length = Math.min(LONGEST, text.length - at); length >= 2; length--) {
    const name = text.slice(at, at + length);
    if (byName.has(name)) names.push(name);
  }
  return names;
}

/** The digits of a code that all regions inside it share: 2 of a province, 4 of a prefecture, 6 of a county. */
const stem = (code: string): string => code.replace(/^(\d\d)0000$|^(\d{4})00$/u, '$1$2');

/** True where a region lies inside another, and is not that one itself. */
export const isWithin = (inner: Region, outer: Region): boolean =>
  inner.code !== outer.code && inner.code.startsWith(stem(outer.code));

/** The names that the province and the prefecture of a region have or had. */
export const namesAround = ({
  code,
}: Region): { readonly province: readonly string[]; readonly prefecture: readonly string[] } => {
  const named = (outer: string) => (outer === code ? [] : (byCode.get(outer) ?? []).flatMap(namesOf));
  return { province: named(`${code.slice(0, 2)}0000`), prefecture: named(`${code.slice(0, 4)}00`) };
};

const byCode = Map.groupBy(REGIONS, ({ code }) => code);

/** The provinces by the names without 省, 市 and 自治区 that are used in front of others (四川 for 四川省). */
export const SHORT_PROVINCES: ReadonlyMap<string, Region> = new Map(
  REGIONS.filter(({ code }) => code.endsWith('0000')).map((region) => [
    region.name.replace(/(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$/u, ''),
    region,
  ]),
);
