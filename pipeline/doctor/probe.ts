/** How a part of the installation was found: as it should be, too small, not there and not needed, or needed and not there. */
export type PartState = 'ok' | 'low' | 'absent' | 'missing';

/** What a look at one part came to. `detail` names versions, numbers and files, or repeats what went wrong. */
export interface Probed {
  readonly state: PartState;
  readonly detail: string;
}

/** Really uses one part, for a moment. */
export type Probe = () => Promise<Probed>;

export const found = (detail: string): Probed => ({ state: 'ok', detail });

/** Turns what a probe throws into a part that is missing: a look must never end the program. */
export async function lookedAt(probe: Probe): Promise<Probed> {
  try {
    return await probe();
  } catch (error) {
    return { state: 'missing', detail: error instanceof Error ? error.message : String(error) };
  }
}
