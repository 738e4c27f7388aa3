import type { Reading } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { Interval } from '../interval.ts';
import { carriedOver } from './carried-over.ts';
import { names } from './lookup.ts';
import { comparable, type Mention, mentionsOf, type Passage, passagesOf } from './mention.ts';

/** A total and the parts that its sentence breaks it into. */
export interface Breakdown {
  readonly total: Mention;
  readonly parts: readonly Mention[];
  /** True where the parts must make up the whole: the kinds of the list are known to be complete. */
  readonly closed: boolean;
  /** The identity that closes it, for the rule's code. */
  readonly identity: 'three-public' | 'basic' | 'income' | 'expenditure' | 'entities' | 'procurement' | null;
}

const OPENER = /其中|支出明细|明细(?:如下|为|:)|以下方面|分别(?:是|为):?$|包括:$|具体(?:是|为|如下)/u;
/** A list opened by ":" right behind the total: "总数71人:在职70人、离休1人". */
const COLON = /^(?:\))?:/u;

/** A list known to be complete: the kinds it must name, those it may name besides, and what its total is called. */
interface Closed {
  readonly identity: Breakdown['identity'];
  readonly kinds: readonly RegExp[];
  readonly besides: RegExp | null;
  readonly whole: RegExp;
}

const CLOSED: readonly Closed[] = [
  { identity: 'three-public', kinds: [/公务用车/u, /(?:公务)?接待/u], besides: /./u, whole: /./u },
  {
    identity: 'basic',
    kinds: [/人员(?:经费|支出|成本)?/u, /公用(?:经费|支出|成本)?|商品和服务/u],
    besides: null,
    whole: /./u,
  },
  {
    identity: 'expenditure',
    kinds: [/基本支出/u, /项目支出/u],
    // The columns that the expenditure table has beside the two.
    besides: /^(?:上缴上级|经营|对?附属单位补助)支出$/u,
    whole: /支出|预算|决算/u,
  },
  {
    identity: 'income',
    // A list that goes down to 其他收入, the last source of the income table, has left out nothing but zeros.
    kinds: [/^财政拨款(?:收入)?$/u, /^其他收入$/u],
    besides: /^(?:上级补助|事业|(?:事业单位)?经营|附属单位(?:上缴|缴款)?)(?:收入)?$/u,
    whole: /(?:^|[^拨款])收入(?:预算|决算)?(?:合计)?$/u,
  },
  { identity: 'procurement', kinds: [/货物/u, /服务|工程/u], besides: /./u, whole: /采购/u },
];
/** Totals of people, posts, units and vehicles are broken down by kind, and the kinds are all of them. */
const ENTITIES = /单位|机构|编制|人员|职工|在职|实有|车辆|用车|人数|参保|宗|案件|起$/u;

function identityOf(total: Mention, parts: readonly Mention[]): Breakdown['identity'] {
  for (const { identity, kinds, besides, whole } of CLOSED) {
    const labels = parts.map((part) => part.fact.label);
    const covered = kinds.every((kind) => labels.some((label) => kind.test(label)));
    const known = (label: string): boolean =>
      kinds.some((kind) => kind.test(label)) || (besides?.test(label) ?? false);
    if (covered && whole.test(total.fact.label) && labels.every(known)) return identity;
  }
  const counted =
    total.fact.quantity.scale.eq(1) && total.fact.quantity.unit !== '元' && total.fact.quantity.unit !== '%';
  return counted && ENTITIES.test(total.fact.label + total.lead) ? 'entities' : null;
}

const isPart = (m: Mention, total: Mention): boolean =>
  m.role === 'amount' && comparable(m, total) && (m.fact.phase !== 'prior' || total.fact.phase === 'prior');

/** The parts that follow an opener: to the end of the sentence, of the parenthesis, or to the next opener at the same depth. */
function partsBehind(sentence: readonly Mention[], opener: number, total: Mention): readonly Mention[] {
  const parts: Mention[] = [];
  const depth = sentence[opener]?.depth ?? 0;
  for (let i = opener; i < sentence.length; i++) {
    const mention = sentence[i];
    if (mention === undefined || mention.depth < depth) break;
    if (i > opener && mention.depth === depth && OPENER.test(mention.lead)) break;
    if (i > opener && /。/u.test(mention.lead)) break;
    // A list whose items stand between commas ends at the semicolon; one of clauses goes on behind it.
    if (parts.length >= 2 && mention.lead.startsWith(';') && !(parts[1]?.lead.includes(';') ?? false)) break;
    if (mention.depth === depth && isPart(mention, total)) parts.push(mention);
  }
  return parts;
}

function breakdownsOf(passage: Passage): readonly Breakdown[] {
  const found: Breakdown[] = [];
  for (const sentence of passage.sentences) {
    const mentions = mentionsOf(sentence);
    const opened: Breakdown[] = [];
    mentions.forEach((mention, i) => {
      const opens = OPENER.test(mention.lead) || (COLON.test(mention.lead) && i > 0);
      if (!opens) return;
      const afterMark = mention.lead.slice(mention.lead.search(OPENER) + 1);
      const total = mentions
        .slice(0, i)
        .findLast(
          (m) =>
            m.role === 'amount' &&
            comparable(m, mention) &&
            m.depth <= mention.depth &&
            m.fact.phase !== 'prior',
        );
      if (total === undefined || /。/u.test(afterMark)) return;
      const parts = partsBehind(mentions, i, total);
      if (parts.length === 0) return;
      const identity = identityOf(total, parts);
      const closed = parts.length > 1 && (identity !== null || sharesWhole(mentions, total, parts));
      opened.push({ total, parts, identity, closed });
    });
    found.push(...opened, ...identitiesOf(mentions, opened));
  }
  return found;
}

/** True where every part is followed by its share of the total and the shares make 100 %: then nothing is left out. */
function sharesWhole(mentions: readonly Mention[], total: Mention, parts: readonly Mention[]): boolean {
  const behind = new Map(mentions.map((mention, i) => [mention, mentions[i + 1]]));
  const shares = parts.flatMap((part): readonly Mention[] => {
    const next = behind.get(part);
    return next?.role === 'share' && (next.base === '' || names(total.fact.label, next.base)) ? [next] : [];
  });
  if (shares.length < parts.length) return false;
  const sum = Interval.sum(shares.map(({ fact }) => Interval.of(fact.quantity)));
  return sum.meets(Interval.point(100));
}

/** "支出1009.41万元,基本支出220.69万元,项目支出788.72万元": a known identity without the word 其中. */
function identitiesOf(mentions: readonly Mention[], known: readonly Breakdown[]): readonly Breakdown[] {
  const found: Breakdown[] = [];
  const parts = new Set(known.flatMap((breakdown) => breakdown.parts));
  mentions.forEach((first, i) => {
    const second = mentions[i + 1];
    const total = mentions[i - 1];
    if (second === undefined || total === undefined) return;
    const basic =
      /^基本支出$/u.test(first.fact.label) &&
      /^项目支出$/u.test(second.fact.label) &&
      /支出/u.test(total.fact.label);
    const people =
      /^人员(?:经费|支出)/u.test(first.fact.label) &&
      /公用(?:经费|支出)$/u.test(second.fact.label) &&
      /基本支出/u.test(total.fact.label);
    if (!(basic || people) || !isPart(first, total) || !isPart(second, total) || total.role !== 'amount')
      return;
    if (parts.has(first)) return;
    found.push({ total, parts: [first, second], closed: true, identity: basic ? 'expenditure' : 'basic' });
  });
  return found;
}

/** Every total of the prose with its parts. */
export const breakdownsIn = onceFor((reading: Reading) => {
  const passages = passagesOf(reading);
  return passages.flatMap((passage, at) => [
    ...breakdownsOf(passage),
    ...carriedOver(passages, at).map(
      (list): Breakdown => ({ ...list, closed: true, identity: 'three-public' }),
    ),
  ]);
});
