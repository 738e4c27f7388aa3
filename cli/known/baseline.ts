import { z } from 'zod';
import { DOCUMENT_KINDS } from '../../model/reading.ts';
import { documentShape, type FindingReport, type Report } from '../../model/report.ts';

/** Who and what a document is about: another edition of it, under whatever name, is the same. */
const Identity = z
  .strictObject({
    entity: z.string(),
    year: z.number().int().nullable(),
    kind: z.enum(DOCUMENT_KINDS),
    scope: documentShape.scope,
  })
  .readonly();
export type Identity = z.infer<typeof Identity>;

const KnownFinding = z.strictObject({ key: z.string().min(1), code: z.string().min(1) }).readonly();
type KnownFinding = z.infer<typeof KnownFinding>;

const KnownDocument = z
  .strictObject({ ...Identity.unwrap().shape, findings: z.array(KnownFinding).readonly() })
  .readonly();
type KnownDocument = z.infer<typeof KnownDocument>;

const BASELINE_VERSION = 1;

/** The findings that were known at some time, by document. */
export const Baseline = z
  .strictObject({ version: z.literal(BASELINE_VERSION), documents: z.array(KnownDocument).readonly() })
  .readonly();
export type Baseline = z.infer<typeof Baseline>;

/** A report that names no entity is told by its file's name, as in the keys of its findings. */
export const identityOf = ({ document, source }: Pick<Report, 'document' | 'source'>): Identity => ({
  entity: document.entity ?? source.name,
  year: document.year,
  kind: document.kind,
  scope: document.scope,
});

const nameOf = ({ entity, year, kind, scope }: Identity): string =>
  JSON.stringify([entity, year, kind, scope]);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An entry of a baseline that its document no longer bears out. */
export interface StaleEntry extends KnownFinding {
  readonly document: Identity;
}

/** Which findings a baseline knows, asked document by document; what it knows in vain is told at the end. */
export class Known {
  readonly #documents: ReadonlyMap<string, readonly KnownDocument[]>;
  readonly #found = new Map<string, Set<string>>();

  constructor({ documents }: Baseline) {
    this.#documents = Map.groupBy(documents, nameOf);
  }

  /** The document's findings that the baseline does not have. */
  newOf(
    report: Pick<Report, 'document' | 'source'>,
    findings: readonly FindingReport[],
  ): readonly FindingReport[] {
    const known = this.#keysOf(nameOf(identityOf(report)));
    return findings.filter(({ key }) => !known.has(key));
  }

  /** Takes note of all that was found in a document, whether it is shown or not. */
  saw(report: Pick<Report, 'document' | 'source' | 'status' | 'findings'>): void {
    // What was read in part only may still have what was not found.
    if (report.status !== 'ok') return;
    const name = nameOf(identityOf(report));
    const found = this.#found.get(name) ?? new Set();
    for (const { key } of report.findings) found.add(key);
    this.#found.set(name, found);
  }

  /** The entries of documents that were seen in which nothing of the kind was found. */
  stale(): readonly StaleEntry[] {
    return [...this.#found].flatMap(([name, found]) =>
      (this.#documents.get(name) ?? []).flatMap(({ findings, ...document }) =>
        findings.filter(({ key }) => !found.has(key)).map((entry) => ({ ...entry, document })),
      ),
    );
  }

  #keysOf(name: string): ReadonlySet<string> {
    return new Set(
      (this.#documents.get(name) ?? []).flatMap(({ findings }) => findings.map(({ key }) => key)),
    );
  }
}

/** Gathers what is found into a baseline. */
export class BaselineDraft {
  readonly #documents = new Map<
    string,
    { readonly identity: Identity; readonly codes: Map<string, string> }
  >();

  add(report: Pick<Report, 'document' | 'source'>, findings: readonly FindingReport[]): void {
    const identity = identityOf(report);
    const name = nameOf(identity);
    const { codes } = this.#documents.get(name) ?? { codes: new Map<string, string>() };
    for (const { key, code } of findings) codes.set(key, code);
    if (codes.size > 0) this.#documents.set(name, { identity, codes });
  }

  /** The file's text: sorted, so that the same findings give the same text, and one finding a line. */
  text(): string {
    const documents = [...this.#documents]
      .sort(([a], [b]) => compare(a, b))
      .map(([, { identity, codes }]) => {
        const findings = [...codes]
          .map(([key, code]) => ({ key, code }))
          .sort((a, b) => compare(a.code, b.code) || compare(a.key, b.key));
        return documentText({ ...identity, findings });
      });
    return `{\n  "version": ${BASELINE_VERSION},\n  "documents": [${documents.join(',')}${documents.length > 0 ? '\n  ' : ''}]\n}\n`;
  }
}

function documentText({ findings, ...identity }: KnownDocument): string {
  const head = JSON.stringify(identity).slice(0, -1);
  const lines = findings.map((finding) => `\n        ${JSON.stringify(finding)}`);
  return `\n    ${head},"findings":[${lines.join(',')}\n    ]}`;
}
