import { basename } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import type { Listener, ProgressEvent } from '../../pipeline/events.ts';
import type { Context } from '../context.ts';
import { tellReasons } from './reasons.ts';
import { visible } from './visible.ts';

/** So many lost files are told one by one: of a drive that is not there all of them are. */
const MOST_GONE = 20;
const LINE_EVERY_MILLISECONDS = 5000;

export interface Progress {
  readonly listen: Listener;
  readonly stop: () => void;
}

/** What has happened so far. */
interface Tally {
  found: number;
  /** Files that there are, once they have been counted. */
  counted: number | null;
  done: number;
  failed: number;
  pages: number;
}

const MILLISECONDS = 1000;
const HOUR_SECONDS = 3600;
const MINUTE_SECONDS = 60;
/** Before so many seconds the rate says nothing about the rest. */
const EARLY_SECONDS = 3;

const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** Hours, minutes and seconds. */
export function clockTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  const rest = `${twoDigits((whole % HOUR_SECONDS) / MINUTE_SECONDS)}:${twoDigits(whole % MINUTE_SECONDS)}`;
  return whole < HOUR_SECONDS ? rest : `${Math.floor(whole / HOUR_SECONDS)}:${rest}`;
}

/** How fast it goes and how long it will take, as far as that can be said. */
class Rate {
  readonly #start = performance.now();
  readonly #tally: Tally;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  get pagesASecond(): number {
    const seconds = this.#seconds;
    return seconds === 0 ? 0 : this.#tally.pages / seconds;
  }

  get secondsLeft(): number | null {
    const { counted, done, found } = this.#tally;
    if (counted === null || done === 0 || this.#seconds < EARLY_SECONDS) return null;
    return (this.#seconds / done) * (Math.max(counted, found) - done);
  }

  get #seconds(): number {
    return (performance.now() - this.#start) / MILLISECONDS;
  }
}

interface Display {
  /** Files were found or are done; or something is to be told of the file that is read. */
  readonly update: (path: string | null, told?: string) => void;
  readonly stop: () => void;
}

function barOn(tally: Tally, { messages }: Context): Display {
  const rate = new Rate(tally);
  const bar = new SingleBar(
    {
      format: '{bar} {value}/{total} {figures} {name}',
      clearOnComplete: true,
      hideCursor: false,
      stopOnComplete: false,
    },
    Presets.shades_classic,
  );
  let name = '';
  bar.start(0, 0, { name, figures: '' });
  return {
    update: (path, told) => {
      name = visible(told ?? (path === null ? name : basename(path)));
      const left = rate.secondsLeft;
      const figures = messages.pace({
        pagesASecond: rate.pagesASecond,
        failed: tally.failed,
        left: left === null ? null : clockTime(left),
      });
      bar.setTotal(Math.max(tally.found, tally.counted ?? 0));
      bar.update(tally.done, { name, figures });
    },
    stop: () => bar.stop(),
  };
}

function linesOn(tally: Tally, { messages, err }: Context): Display {
  const rate = new Rate(tally);
  let last = performance.now();
  return {
    update: (_, told) => {
      if (performance.now() - last < LINE_EVERY_MILLISECONDS) return;
      last = performance.now();
      err(told ?? messages.progress(tally.done, tally.found, tally.failed, rate.pagesASecond));
    },
    stop: () => undefined,
  };
}

function count(tally: Tally, event: ProgressEvent): void {
  switch (event.kind) {
    case 'counted':
      tally.counted = event.files;
      break;
    case 'found':
      tally.found += 1;
      break;
    case 'done':
      tally.done += 1;
      tally.pages += event.pages;
      break;
    case 'failed':
      tally.done += 1;
      tally.failed += 1;
      break;
    case 'skipped':
      tally.done += 1;
      break;
    default:
  }
}

/** A bar on a terminal, elsewhere a line now and then; what failed or is partial is told at once. */
export function progressOn(context: Context): Progress {
  const tally: Tally = { found: 0, counted: null, done: 0, failed: 0, pages: 0 };
  const { resume } = context.messages;
  let gone = 0;
  const shown = context.errorsOnTerminal ? barOn(tally, context) : linesOn(tally, context);
  return {
    listen: (event) => {
      count(tally, event);
      if (event.kind === 'failed') tellReasons(event.path, 'failed', event.reasons, context);
      if (event.kind === 'gone' && !event.known && ++gone <= MOST_GONE)
        context.err(visible(resume.gone(event.path)));
      if (event.kind === 'done') tellReasons(event.path, event.status, event.reasons, context);
      // Of the stages of a document, and of what is not read, nobody wants to hear here.
      if (event.kind === 'stage' || event.kind === 'summary' || event.kind === 'passed-over') return;
      if (event.kind === 'recognized')
        shown.update(event.path, context.messages.recognized(basename(event.path), event.pages));
      else shown.update('path' in event ? event.path : null);
    },
    stop: () => {
      shown.stop();
      if (gone > MOST_GONE) context.err(resume.moreGone(gone - MOST_GONE));
    },
  };
}
