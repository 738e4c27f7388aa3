import { processContext } from './context.ts';
import { chooseLanguage, messagesIn } from './language.ts';
import { run } from './program.ts';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader went away (`| head`): there is nobody left to tell.
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

const args = process.argv.slice(2);
const language = chooseLanguage(args, process.env);
process.exitCode = await run(args, processContext(language, messagesIn(language)));
