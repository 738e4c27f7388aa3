import { basename } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import type { Listener } from '../../pipeline/events.ts';
import type { Context } from '../context.ts';
import { tellReasons } from './reasons.ts';

const LINE_EVERY_MILLISECONDS = 5000;

export interface Progress {
  readonly listen: Listener;
  readonly stop: () => void;
}

interface Tally {
  found: number;
  done: number;
  failed: number;
}

function barOn(tally: Tally): { update: (path: string) => void; stop: () => void } {
  const bar = new SingleBar(
    {
      format: '{bar} {value}/{total} {name}',
      clearOnComplete: true,
      hideCursor: false,
      stopOnComplete: false,
    },
    Presets.shades_classic,
  );
  bar.start(0, 0, { name: '' });
  return {
    update: (path) => {
      bar.setTotal(tally.found);
      bar.update(tally.done, { name: basename(path) });
    },
    stop: () => bar.stop(),
  };
}

function linesOn(tally: Tally, { messages, err }: Context): { update: () => void; stop: () => void } {
  let last = performance.now();
  return {
    update: () => {
      if (performance.now() - last < LINE_EVERY_MILLISECONDS) return;
      last = performance.now();
      err(messages.progress(tally.done, tally.found, tally.failed));
    },
    stop: () => undefined,
  };
}

/** A bar on a terminal, elsewhere a line now and then; what failed or is partial is told at once. */
export function progressOn(context: Context): Progress {
  const tally: Tally = { found: 0, done: 0, failed: 0 };
  // A line that is told while the bar stands takes the bar's line; the bar comes again below it.
  const telling = context.errorsOnTerminal
    ? { ...context, err: (line: string) => context.err(`\r\u001B[K${line}`) }
    : context;
  const shown = context.errorsOnTerminal ? barOn(tally) : linesOn(tally, context);
  return {
    listen: (event) => {
      if (event.kind === 'found') tally.found += 1;
      else if (event.kind !== 'started') tally.done += 1;
      if (event.kind === 'failed') {
        tally.failed += 1;
        tellReasons(event.path, 'failed', event.reasons, telling);
      }
      if (event.kind === 'done') tellReasons(event.path, event.status, event.reasons, telling);
      shown.update(event.path);
    },
    stop: shown.stop,
  };
}
