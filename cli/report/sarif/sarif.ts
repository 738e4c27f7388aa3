import manifest from '../../../package.json' with { type: 'json' };
import { RULES } from '../../../reconcile/rules/registry.ts';
import type { Context } from '../../context.ts';
import { reasonText } from '../../print/reasons.ts';
import type { Reported, ReportFormat } from '../reporter.ts';
import { fileUri, locationOf } from './location.ts';
import { resultOf } from './result.ts';
import { descriptorOf } from './rules.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LANGUAGE_TAGS = { en: 'en', zh: 'zh-CN' } as const;

/** A document that was checked; what was read and checked of it stands in its properties. */
const artifactOf = ({ report: { source, status, document, coverage } }: Reported, uri: string) => ({
  location: { uri },
  mimeType: source.mediaType,
  roles: ['analysisTarget'],
  ...(source.sha256 !== '' && { hashes: { 'sha-256': source.sha256 } }),
  properties: { status, document, coverage },
});

/** Why a document was not, or not wholly, processed. */
const notificationsOf = (
  { report: { status, reasons } }: Reported,
  artifact: { readonly uri: string; readonly index: number },
  context: Context,
) =>
  reasons.map((reason) => ({
    descriptor: { id: reason.code },
    level: status === 'failed' ? 'error' : 'warning',
    message: { text: reasonText(reason, context) },
    locations: [
      reason.place === undefined
        ? { physicalLocation: { artifactLocation: artifact } }
        : locationOf(artifact.uri, artifact.index, reason.place),
    ],
  }));

/** What SARIF refers to by its number: every different thing once, in the order in which they were first met. */
class Numbered<T> {
  readonly #numbers = new Map<string, number>();
  readonly #met: T[] = [];

  numberOf(thing: T): number {
    const name = JSON.stringify(thing);
    const number = this.#numbers.get(name) ?? this.#met.push(thing) - 1;
    this.#numbers.set(name, number);
    return number;
  }

  get met(): readonly T[] {
    return this.#met;
  }
}

function ruleOf(code: string, { language }: Context) {
  const rule = RULES.find((known) => known.code === code);
  return rule === undefined ? { id: code } : descriptorOf(rule, language);
}

/** One run of SARIF 2.1.0 over all documents, with the rules that found something and what could not be processed. */
export const sarif: ReportFormat = (_, context) => {
  const { language, out } = context;
  const folder = process.cwd();
  const codes = new Numbered<string>();
  const artifacts = new Numbered<ReturnType<typeof artifactOf>>();
  const notifications: ReturnType<typeof notificationsOf>[number][] = [];
  const results: ReturnType<typeof resultOf>[] = [];
  return {
    add(reported) {
      const { path, report } = reported;
      const uri = fileUri(path, folder);
      const artifact = { uri, index: artifacts.numberOf(artifactOf(reported, uri)) };
      notifications.push(...notificationsOf(reported, artifact, context));
      for (const finding of report.findings)
        results.push(resultOf(finding, codes.numberOf(finding.code), artifact, context));
    },
    end() {
      const { name, version } = manifest;
      const rules = codes.met.map((code) => ruleOf(code, context));
      const driver = { name, version, semanticVersion: version, rules };
      const executionSuccessful = artifacts.met.every(({ properties: { status } }) => status !== 'failed');
      const run = {
        tool: { driver },
        language: LANGUAGE_TAGS[language],
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful, toolExecutionNotifications: notifications }],
        artifacts: artifacts.met,
        results,
      };
      out(`${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`);
    },
  };
};
