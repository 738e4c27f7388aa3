import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { DEFAULT_LAYERS, LAYERS, type Layer } from '../../pipeline/picture/layers.ts';
import type { Context } from '../context.ts';
import { EXIT, UsageError } from '../exit.ts';
import { requireFiles, requireOtherThan } from '../files.ts';
import { sharedOptions } from '../options.ts';
import { tellReasons } from '../print/reasons.ts';
import { addSettings } from '../settings/flags.ts';
import { settingsOf } from '../settings/settle.ts';
import { configOf, type Settings } from '../settings/shape.ts';

interface ShowFlags {
  readonly page: number;
  readonly output?: string;
  readonly layers: readonly Layer[];
  readonly password?: string;
}

function layersIn(value: string, { messages }: Context): readonly Layer[] {
  return value.split(',').map((name) => {
    const layer = LAYERS.find((known) => known === name.trim());
    if (layer === undefined) throw new UsageError(messages.usage.notALayer(name.trim(), LAYERS));
    return layer;
  });
}

/** Writes to the file, or to the output where none is named. */
function write(svg: string, path: string | undefined, { out, messages }: Context): void {
  try {
    if (path === undefined) out(svg);
    else writeFileSync(path, svg);
  } catch (error) {
    throw new UsageError(
      messages.usage.cannotWrite(path ?? 'stdout', error instanceof Error ? error.message : String(error)),
    );
  }
}

async function show(file: string, flags: ShowFlags, settings: Settings, context: Context): Promise<number> {
  requireFiles([file], context);
  const { page, layers, output, password } = flags;
  if (output !== undefined) requireOtherThan([file], '--output', output, context);
  // Loaded late: the readers are heavy, and other commands leave them to worker threads.
  const { showPage } = await import('../../pipeline/show.ts');
  const { language } = context;
  const shown = await showPage(file, {
    page,
    layers,
    config: configOf(settings),
    language,
    ...(password !== undefined && { password }),
  });
  if (shown.kind === 'no-such-page')
    throw new UsageError(context.messages.usage.noSuchPage(file, page, shown.pages));
  if (shown.kind === 'failed') {
    tellReasons(file, 'failed', shown.reasons, context);
    return EXIT.failed;
  }
  tellReasons(file, shown.status, shown.reasons, context);
  write(shown.svg, output, context);
  return EXIT.clean;
}

/** `duizhang show FILE --page N` */
export function showCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages } = context;
  const { options } = messages;
  const shared = sharedOptions(context);
  const command = program
    .command('show')
    .description(messages.commands.show)
    .argument('<file>', messages.arguments.file)
    .addOption(shared.page())
    .addOption(new Option('-o, --output <file>', options.output))
    .addOption(
      new Option('--layers <layers>', options.layers(LAYERS))
        .argParser((value) => layersIn(value, context))
        .default(DEFAULT_LAYERS, DEFAULT_LAYERS.join(',')),
    )
    .addOption(shared.password())
    .action(async (file: string, flags: ShowFlags, called: Command) =>
      done(await show(file, flags, settingsOf(called, context).settings, context)),
    );
  addSettings(command, ['ocr', 'ocrEngine'], context);
}
