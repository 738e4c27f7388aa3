import { processContext } from './context.ts';
import { asked, chooseLanguage, messagesIn } from './language.ts';
import { run } from './program.ts';
import { configPath, languageIn } from './settings/file.ts';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader went away (`| head`): there is nobody left to tell.
    if (error.code === 'EPIPE') process.exit();
    // The terminal went away: SIGHUP says the same, and ends what is under way in good order.
    if (error.code === 'EIO') return;
    throw error;
  });
}

const configuredLanguage = (given: readonly string[]): unknown =>
  languageIn(configPath(given.includes('--no-config') ? false : asked(given, '--config'), process.cwd()));

const args = process.argv.slice(2);
const language = chooseLanguage(args, process.env, () => configuredLanguage(args));
process.exitCode = await run(args, processContext(language, messagesIn(language)));
