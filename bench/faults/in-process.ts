import { tmpdir } from 'node:os';
import picocolors from 'picocolors';
import { messagesIn } from '../../cli/language.ts';
import { run } from '../../cli/program.ts';

/** How a command ended, and what it said. */
interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process, which spares the start of another; what it says is kept. */
export async function inProcess(args: readonly string[], language: 'en' | 'zh' = 'en'): Promise<Said> {
  let [stdout, stderr] = ['', ''];
  const code = await run(args, {
    language,
    messages: messagesIn(language),
    colors: picocolors.createColors(false),
    errorsOnTerminal: false,
    env: {},
    folder: tmpdir(),
    out: (text) => {
      stdout += text;
    },
    err: (line) => {
      stderr += `${line}\n`;
    },
  });
  return { code, stdout, stderr };
}
