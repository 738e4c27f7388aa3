import manifest from '../../package.json' with { type: 'json' };
import { lookedAt, type PartState, type Probe } from '../../pipeline/doctor/probe.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { PART_NAMES, type PartName } from './parts.ts';

/** A part, how it was found, and what to do where it is not as it should be. */
export interface Part {
  readonly name: PartName;
  readonly state: PartState;
  readonly detail: string;
  readonly remedy?: string;
}

const added = Object.entries(manifest.peerDependencies).map(([name, version]) => `${name}@${version}`);

/** What to do about a part; packages that a user may add come with the line that adds them. */
function remedyFor(name: PartName, { messages }: Context): string {
  const remedy = messages.doctor.remedies[name];
  return name === 'ppocr' ? `${remedy}: npm i ${added.join(' ')}` : remedy;
}

/** Looks at every part, one after the other: engines are large. */
export async function examine(
  probes: Readonly<Partial<Record<PartName, Probe>>>,
  context: Context,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const name of PART_NAMES) {
    const probe = probes[name];
    if (probe === undefined) continue;
    const { state, detail } = await lookedAt(probe);
    parts.push({ name, state, detail, ...(state !== 'ok' && { remedy: remedyFor(name, context) }) });
  }
  return parts;
}

const lacking = (parts: readonly Part[]): number => parts.filter(({ state }) => state === 'missing').length;

/** 0 where the main job works; a part that is optional or small does not hinder it. */
export const exitOf = (parts: readonly Part[]): number => (lacking(parts) === 0 ? EXIT.clean : EXIT.failed);

function lineOf({ name, state, detail, remedy }: Part, { messages, colors }: Context): string {
  const { doctor } = messages;
  const paint = { ok: colors.green, low: colors.yellow, absent: colors.yellow, missing: colors.red }[state];
  const found = detail === '' ? '' : `: ${detail}`;
  const head = `${paint(doctor.states[state])}  ${colors.bold(doctor.parts[name])}${found}\n`;
  return remedy === undefined ? head : `${head}    ${remedy}\n`;
}

/** All parts for people, one a line, and below them whether the main job works. */
export function prettyParts(parts: readonly Part[], context: Context): string {
  const { works, broken } = context.messages.doctor;
  const missing = lacking(parts);
  return `${parts.map((part) => lineOf(part, context)).join('')}${missing === 0 ? works : broken(missing)}\n`;
}

/** All parts for programs. */
export const jsonParts = (parts: readonly Part[]): string =>
  `${JSON.stringify({ version: manifest.version, works: lacking(parts) === 0, parts }, null, 2)}\n`;
