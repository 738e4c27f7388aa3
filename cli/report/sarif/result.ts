import type { FindingReport } from '../../../model/report.ts';
import type { Waiver } from '../../../model/waiver.ts';
import type { Context } from '../../context.ts';
import { locationOf } from './location.ts';
import { LEVELS } from './rules.ts';

/** The file that a finding is in: its address and its number among the artifacts. */
interface Artifact {
  readonly uri: string;
  readonly index: number;
}

const suppressionOf = ({ reason, by, date }: Waiver) => ({
  kind: 'external',
  status: 'accepted',
  justification: reason,
  properties: { ...(by !== undefined && { by }), ...(date !== undefined && { date }) },
});

/** The figures that a finding rests on, each with what is printed there. */
const relatedOf = ({ operands }: FindingReport, { uri, index }: Artifact) =>
  operands.map(({ raw, place, quote }, position) => ({
    id: position + 1,
    ...locationOf(uri, index, place, quote),
    message: { text: raw },
  }));

function textOf({ message, arithmetic, cause }: FindingReport, { messages }: Context): string {
  const because = cause === undefined ? [] : [messages.likelyCause(cause)];
  return [message, ...(arithmetic === undefined ? [] : [arithmetic]), ...because].join('\n');
}

/** One finding as SARIF has it. `suppressions` is there always, so that its emptiness says something. */
export function resultOf(finding: FindingReport, ruleIndex: number, artifact: Artifact, context: Context) {
  const { code, severity, key, place, quote, blame, stated, computed, gap, diagnosis, waived } = finding;
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: textOf(finding, context) },
    locations: [locationOf(artifact.uri, artifact.index, place, quote)],
    relatedLocations: relatedOf(finding, artifact),
    partialFingerprints: { 'findingKey/v1': key },
    suppressions: waived === undefined ? [] : [suppressionOf(waived)],
    properties: {
      blame,
      quote,
      ...(stated !== undefined && { stated: stated.value, unit: stated.valueUnit }),
      ...(computed !== undefined && { computed: computed.value }),
      ...(gap !== undefined && { gap }),
      ...(diagnosis !== undefined && { diagnosis: diagnosis.kind }),
    },
  };
}
