import picocolors from 'picocolors';
import type { Language } from '../reconcile/reconcile.ts';
import type { Messages } from './messages/messages.ts';

/** What every command gets: the language, its words, where to write. Data goes to `out`, all else to `err`. */
export interface Context {
  readonly language: Language;
  readonly messages: Messages;
  readonly colors: ReturnType<typeof picocolors.createColors>;
  readonly errorsOnTerminal: boolean;
  readonly out: (text: string) => void;
  readonly err: (line: string) => void;
}

/** The context of a process that writes to its own streams; colours only on a terminal. */
export const processContext = (language: Language, messages: Messages): Context => ({
  language,
  messages,
  colors: picocolors.createColors(process.stdout.isTTY === true && picocolors.isColorSupported),
  errorsOnTerminal: process.stderr.isTTY === true,
  out: (text) => process.stdout.write(text),
  err: (line) => process.stderr.write(`${line}\n`),
});
