import { z } from 'zod';
import { type Listener, ProgressEvent } from '../../pipeline/events.ts';

/** When something happened: seconds since the command began. */
const At = z.object({ at: z.number().min(0) });

/** One line of `ingest --format ndjson`. */
export const EventLine = z.intersection(At, ProgressEvent);

const DECIMALS = 3;

/** Prints what happens as JSON, an event a line. */
export function eventsOn(out: (text: string) => void): Listener {
  const start = performance.now();
  return (event) => {
    const at = Number(((performance.now() - start) / 1000).toFixed(DECIMALS));
    out(`${JSON.stringify({ at, ...event })}\n`);
  };
}
