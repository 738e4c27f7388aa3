import picocolors from 'picocolors';
import type { Language } from '../reconcile/reconcile.ts';
import type { Messages } from './messages/messages.ts';
import { visibleLines } from './print/visible.ts';

/** Where the line of a progress bar stands, what is told takes its place; the bar comes again below. */
const ERASE = '\r\u001B[K';

/** Variables by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What every command gets: the language, its words, where to write. Data goes to `out`, all else to `err`. */
export interface Context {
  readonly language: Language;
  readonly messages: Messages;
  readonly colors: ReturnType<typeof picocolors.createColors>;
  readonly errorsOnTerminal: boolean;
  readonly out: (text: string) => void;
  readonly err: (line: string) => void;
  /** What settings may come from: environment variables, and the folder from which the configuration is looked for. */
  readonly env: Environment;
  readonly folder: string;
}

/** The context of a process that writes to its own streams; colours only on a terminal. */
export const processContext = (language: Language, messages: Messages): Context => ({
  language,
  messages,
  colors: picocolors.createColors(process.stdout.isTTY === true && picocolors.isColorSupported),
  errorsOnTerminal: process.stderr.isTTY === true,
  // What goes to a file or another program stays as it is.
  out: (text) => process.stdout.write(process.stdout.isTTY === true ? visibleLines(text) : text),
  err: (line) => process.stderr.write(`${process.stderr.isTTY === true ? ERASE : ''}${visibleLines(line)}\n`),
  env: process.env,
  folder: process.cwd(),
});
