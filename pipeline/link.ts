import type { LinkRecord } from '../db/links/record.ts';
import type { LinkGroup, LinkReader, LinkStore } from '../db/links/store.ts';
import { RunLock } from '../db/lock.ts';
import type { DatabaseResult } from '../db/problem.ts';
import { Store } from '../db/store.ts';
import type { Verdict } from '../model/audit.ts';
import type { LinkDocument, LinkedDocument, LinkFinding } from '../model/link.ts';
import { entityKey } from '../normalizers/profile/entity-key.ts';
import { linkSlice, type SlicePlan, slicePlans } from '../reconcile/link/link.ts';
import { gapOf, renderLink, renderLinkArithmetic } from '../reconcile/link/words.ts';
import type { Language } from '../reconcile/reconcile.ts';

/** Raised whenever linking would come to something else for the same documents. */
const LINK_VERSION = '1';
const GROUPS_A_TRANSACTION = 32;

/** What linking did: the entities that it linked (again), and what was found there. */
export interface LinkSummary {
  readonly entities: number;
  readonly claims: number;
  readonly checked: number;
  readonly findings: number;
}

const wordsOf = (finding: LinkFinding, language: Language) => ({
  message: renderLink(finding, language),
  arithmetic: renderLinkArithmetic(finding, language),
});

/** The documents of this year of the units that the current documents name. */
function unitsIn(
  current: readonly LinkedDocument[],
  year: number | null,
  reader: LinkReader,
): ReadonlyMap<string, readonly LinkedDocument[]> {
  const keys = new Set(current.flatMap(({ units }) => units?.units ?? []).flatMap(({ key }) => key ?? []));
  return new Map(
    year === null ? [] : [...keys].map((key) => [key, reader.ofYear(key, year).map(reader.linked)] as const),
  );
}

/** The documents of a plan with their figures; those of the year before are kept from the plan that they were current in. */
function loader(reader: LinkReader): (plan: SlicePlan) => Pick<SliceOf, 'current' | 'before'> {
  let kept = new Map<number, LinkedDocument>();
  return ({ year, current, before }) => {
    const recent = [...kept].filter(
      ([, { document }]) => year === null || document.year === null || document.year >= year - 1,
    );
    kept = new Map(recent);
    const linked = (document: LinkDocument): LinkedDocument => {
      const known = kept.get(document.id) ?? reader.linked(document);
      kept.set(document.id, known);
      return known;
    };
    return { current: current.map(linked), before: before.map(linked) };
  };
}

type SliceOf = Parameters<typeof linkSlice>[0];

const linkGroup: LinkGroup = function* (group, documents, reader) {
  const key = entityKey(group);
  const load = loader(reader);
  for (const plan of slicePlans(documents)) {
    const { current, before } = load(plan);
    const { year, scope, otherScopes } = plan;
    const units = scope === 'department' ? unitsIn(current, year, reader) : new Map();
    const entity = key?.key ?? null;
    const slice: SliceOf = {
      entity,
      shared: key?.shared ?? true,
      scope,
      year,
      current,
      before,
      otherScopes,
      units,
    };
    const { statements, findings } = linkSlice(slice);
    yield {
      statements,
      findings: findings.map((finding) => ({
        finding,
        gap: gapOf(finding)?.toFixed() ?? null,
        words: { en: wordsOf(finding, 'en'), zh: wordsOf(finding, 'zh') },
      })),
    } satisfies LinkRecord;
  }
};

/** Counts what goes by. */
function counting(link: LinkGroup, counts: { -readonly [Name in keyof LinkSummary]: number }): LinkGroup {
  return function* (group, documents, reader) {
    counts.entities += 1;
    for (const record of link(group, documents, reader)) {
      counts.claims += record.statements.length;
      counts.checked += record.statements.filter(({ verdict }) => verdict !== 'unchecked').length;
      counts.findings += record.findings.length;
      yield record;
    }
  };
}

/**
 * Links every entity whose documents came, changed or went since it was linked last, or that another version linked. A few
 * entities make one transaction, after which it pauses; a run that ends there leaves the others to the next.
 * @param program version of the program
 */
export function* linkSteps(
  store: LinkStore,
  program: string,
): Generator<LinkSummary, DatabaseResult<LinkSummary>> {
  const version = `${program}/${LINK_VERSION}`;
  const counts = { entities: 0, claims: 0, checked: 0, findings: 0 };
  const link = counting(linkGroup, counts);
  let after = '';
  for (;;) {
    const groups = store.outstanding(after, version, GROUPS_A_TRANSACTION);
    if (!groups.ok) return groups;
    const last = groups.value.at(-1);
    if (last === undefined) return { ok: true, value: counts };
    const done = store.relink(groups.value, version, link);
    if (!done.ok) return done;
    yield { ...counts };
    after = last;
  }
}

/** All steps of linking at once. */
export function linkAll(store: LinkStore, program: string): DatabaseResult<LinkSummary> {
  const steps = linkSteps(store, program);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** A database after linking: how many claims came to what, and its findings one by one. */
export interface LinkedDatabase {
  readonly summary: LinkSummary;
  /** Documents that must be read again before they can be linked. */
  readonly outdated: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly eachFinding: LinkStore['eachFinding'];
}

/** Links a database that `ingest` wrote and hands it to `use`, open for as long as that takes. */
export function linkDatabase(
  path: string,
  program: string,
  use: (database: LinkedDatabase) => DatabaseResult<void>,
): DatabaseResult<void> {
  const opened = Store.openExisting(path);
  if (!opened.ok) return opened;
  const store = opened.value;
  // Many entities in one transaction would keep a run of `ingest` waiting for longer than it does.
  const lock = RunLock.take(path);
  if (!lock.ok) {
    store.close();
    return lock;
  }
  try {
    const { links } = store;
    const summary = linkAll(links, program);
    if (!summary.ok) return summary;
    const outdated = links.outdated();
    if (!outdated.ok) return outdated;
    const verdicts = links.verdicts();
    if (!verdicts.ok) return verdicts;
    const eachFinding: LinkStore['eachFinding'] = (language, onFinding) =>
      links.eachFinding(language, onFinding);
    return use({ summary: summary.value, outdated: outdated.value, verdicts: verdicts.value, eachFinding });
  } finally {
    store.close();
    lock.value.release();
  }
}
