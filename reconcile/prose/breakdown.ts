import type { Reading } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { comparable, type Mention, type Passage, passagesOf } from './mention.ts';

/** A total and the parts that its sentence breaks it into. */
export interface Breakdown {
  readonly total: Mention;
  readonly parts: readonly Mention[];
  /** True where the parts must make up the whole: the kinds of the list are known to be complete. */
  readonly closed: boolean;
  /** The identity that closes it, for the rule's code. */
  readonly identity: 'three-public' | 'basic' | 'expenditure' | 'entities' | 'procurement' | null;
}

const OPENER = /其中|支出明细|明细(?:如下|为|:)|以下方面|分别(?:是|为):?$|包括:$|具体(?:是|为|如下)/u;
/** A list opened by ":" right behind the total: "总数71人:在职70人、离休1人". */
const COLON = /^(?:\))?:/u;

const CLOSED: readonly (readonly [Breakdown['identity'], readonly RegExp[], RegExp])[] = [
  ['three-public', [/公务用车/u, /(?:公务)?接待/u], /./u],
  ['basic', [/人员(?:经费|支出|成本)?/u, /公用(?:经费|支出|成本)?|商品和服务/u], /./u],
  ['expenditure', [/基本支出/u, /项目支出/u], /支出|预算|决算/u],
  ['procurement', [/货物/u, /服务|工程/u], /采购/u],
];
/** Totals of people, posts, units and vehicles are broken down by kind, and the kinds are all of them. */
const ENTITIES = /单位|机构|编制|人员|职工|在职|实有|车辆|用车|人数|参保|宗|案件|起$/u;

function identityOf(total: Mention, parts: readonly Mention[]): Breakdown['identity'] {
  for (const [identity, kinds, whole] of CLOSED) {
    const covered = kinds.every((kind) => parts.some((part) => kind.test(part.fact.label)));
    const foreign = parts.some((part) => !kinds.some((kind) => kind.test(part.fact.label)));
    if (
      covered &&
      whole.test(total.fact.label) &&
      (!foreign || identity === 'three-public' || identity === 'procurement')
    )
      return identity;
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
    const mentions = passage.mentions.filter((m) => m.sentence === sentence);
    mentions.forEach((mention, i) => {
      const opened = OPENER.test(mention.lead) || (COLON.test(mention.lead) && i > 0);
      if (!opened) return;
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
      found.push({ total, parts, identity, closed: identity !== null && parts.length > 1 });
    });
    found.push(...identitiesOf(mentions, found));
  }
  return found;
}

/** "支出1009.41万元,基本支出220.69万元,项目支出788.72万元": a known identity without the word 其中. */
function identitiesOf(mentions: readonly Mention[], known: readonly Breakdown[]): readonly Breakdown[] {
  const found: Breakdown[] = [];
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
    if (known.some((breakdown) => breakdown.parts.includes(first))) return;
    found.push({ total, parts: [first, second], closed: true, identity: basic ? 'expenditure' : 'basic' });
  });
  return found;
}

/** Every total of the prose with its parts. */
export const breakdownsIn = onceFor((reading: Reading) => passagesOf(reading).flatMap(breakdownsOf));
