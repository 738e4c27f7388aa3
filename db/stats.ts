import type { FailureStats, SlowDocument, StageStats, StatsReport } from '../model/stats-report.ts';
import { STAGE_NAMES, type StageName } from '../model/status.ts';
import { among } from './links/among.ts';
import { type Connection, openForReading } from './open.ts';
import { attempt, type DatabaseResult } from './problem.ts';

const stageOf = among(STAGE_NAMES);

/** The nearest rank: the time that so many of a hundred documents did not exceed. */
const RANKED = `
  SELECT stage, wall_ms, cpu_ms, peak_bytes,
    row_number() OVER (PARTITION BY stage ORDER BY wall_ms) AS rank,
    count(*) OVER (PARTITION BY stage) AS documents
  FROM timings`;
const rank = (hundredths: number): string =>
  `min(CASE WHEN rank * 100 >= documents * ${hundredths} THEN wall_ms END)`;
const STAGES = `
  SELECT stage, count(*) AS documents, sum(wall_ms) AS wallMs, sum(cpu_ms) AS cpuMs,
    ${rank(50)} AS p50Ms, ${rank(95)} AS p95Ms, max(wall_ms) AS maxMs, max(peak_bytes) AS peakBytes
  FROM (${RANKED}) GROUP BY stage`;

const SLOWEST = `
  SELECT d.name AS document, d.status AS status, d.page_count AS pages, d.bytes AS bytes, sum(t.wall_ms) AS wallMs,
    sum(t.cpu_ms) AS cpuMs, max(t.peak_bytes) AS peakBytes,
    (SELECT m.stage FROM timings m WHERE m.document_id = d.id ORDER BY m.wall_ms DESC, m.stage LIMIT 1) AS stage
  FROM timings t JOIN documents d ON d.id = t.document_id
  GROUP BY d.id ORDER BY wallMs DESC, d.id LIMIT ?`;

/** A document counts once for a reason, however many of its pages have it. */
const FAILURES = `
  SELECT e.code AS code, e.stage AS stage, e.limit_name AS "limit",
    count(DISTINCT CASE WHEN d.status = 'failed' THEN d.id END) AS failed,
    count(DISTINCT CASE WHEN d.status = 'partial' THEN d.id END) AS partial,
    count(DISTINCT CASE WHEN d.id IS NULL THEN e.path END) AS files
  FROM errors e LEFT JOIN documents d ON d.id = e.document_id
  GROUP BY e.code, e.stage, e.limit_name ORDER BY failed + files DESC, partial DESC, e.code, e.stage, e.limit_name`;

const TOTALS = `
  SELECT count(*) FILTER (WHERE status = 'ok') AS ok, count(*) FILTER (WHERE status = 'partial') AS partial,
    count(*) FILTER (WHERE status = 'failed') AS failed, coalesce(sum(page_count), 0) AS pages,
    coalesce(sum(bytes), 0) AS bytes
  FROM documents`;

/** Pages of documents whose times are known, and the seconds that workers took for them. */
const WORKED = `
  SELECT (SELECT sum(page_count) FROM documents WHERE id IN (SELECT document_id FROM timings)) AS pages,
    (SELECT sum(wall_ms) / 1000.0 FROM timings WHERE stage NOT IN ('identify', 'load')) AS seconds`;

const LAST_RUN = `
  SELECT (julianday(r.finished_at) - julianday(r.started_at)) * 86400.0 AS seconds,
    (SELECT count(*) FROM documents d WHERE d.run_id = r.id) AS documents,
    (SELECT coalesce(sum(d.page_count), 0) FROM documents d WHERE d.run_id = r.id) AS pages
  FROM runs r WHERE r.finished_at IS NOT NULL AND r.read + r.failed > 0 ORDER BY r.id DESC LIMIT 1`;

type Staged<T> = Omit<T, 'stage'> & { readonly stage: string | null };

interface TotalsRow {
  readonly ok: number;
  readonly partial: number;
  readonly failed: number;
  readonly pages: number;
  readonly bytes: number;
}

interface RunRow {
  readonly seconds: number;
  readonly documents: number;
  readonly pages: number;
}

const order = (stage: StageName): number => STAGE_NAMES.indexOf(stage);

function stagesIn(db: Connection): readonly StageStats[] {
  const rows = db.prepare<[], Staged<Omit<StageStats, 'share'>>>(STAGES).all();
  const whole = rows.reduce((sum, { wallMs }) => sum + wallMs, 0);
  return rows
    .flatMap((row) => {
      const stage = stageOf(row.stage);
      return stage === null ? [] : [{ ...row, stage, share: whole === 0 ? 0 : row.wallMs / whole }];
    })
    .sort((a, b) => order(a.stage) - order(b.stage));
}

function slowestIn(db: Connection, most: number): readonly SlowDocument[] {
  const rows = db.prepare<[number], Staged<SlowDocument>>(SLOWEST).all(most);
  return rows.flatMap((row) => {
    const stage = stageOf(row.stage);
    return stage === null ? [] : [{ ...row, stage }];
  });
}

const failuresIn = (db: Connection): readonly FailureStats[] =>
  db
    .prepare<[], Staged<FailureStats>>(FAILURES)
    .all()
    .map((row) => ({ ...row, stage: stageOf(row.stage) }));

function statsIn(db: Connection, slowest: number): StatsReport {
  const totals = db.prepare<[], TotalsRow>(TOTALS).get();
  const { ok = 0, partial = 0, failed = 0, pages = 0, bytes = 0 } = totals ?? {};
  const worked = db
    .prepare<[], { readonly pages: number | null; readonly seconds: number | null }>(WORKED)
    .get();
  const seconds = worked?.seconds ?? 0;
  const lastRun = db.prepare<[], RunRow>(LAST_RUN).get() ?? null;
  return {
    documents: { ok, partial, failed },
    pages,
    bytes,
    pagesASecond: seconds > 0 ? (worked?.pages ?? 0) / seconds : null,
    lastRun: lastRun === null ? null : { ...lastRun, seconds: Math.max(0, lastRun.seconds) },
    stages: stagesIn(db),
    slowest: slowestIn(db, slowest),
    failures: failuresIn(db),
  };
}

/** How the documents of a database were read, with so many of the slowest. */
export function statsOf(path: string, slowest: number): DatabaseResult<StatsReport> {
  const opened = openForReading(path);
  if (!opened.ok) return opened;
  try {
    return attempt(path, () => statsIn(opened.value, slowest));
  } finally {
    opened.value.close();
  }
}
