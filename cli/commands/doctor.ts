import type { Command } from 'commander';
import { found, type Probe } from '../../pipeline/doctor/probe.ts';
import type { Context } from '../context.ts';
import { examine, exitOf, jsonParts, prettyParts } from '../doctor/doctor.ts';
import { sharedOptions } from '../options.ts';
import { settingsOf } from '../settings/settle.ts';

interface DoctorFlags {
  readonly format: 'pretty' | 'json';
}

/** The configuration in force; what is wrong with it would stop every other command. */
const configProbe =
  (command: Command, context: Context): Probe =>
  async () =>
    found(settingsOf(command, context).file ?? context.messages.doctor.noConfig);

async function doctor({ format }: DoctorFlags, command: Command, context: Context): Promise<number> {
  const { PROBES } = await import('../../pipeline/doctor/registry.ts');
  const parts = await examine({ config: configProbe(command, context), ...PROBES }, context);
  context.out(format === 'json' ? jsonParts(parts) : prettyParts(parts, context));
  return exitOf(parts);
}

/** `duizhang doctor` */
export function doctorCommand(program: Command, context: Context, done: (code: number) => void): void {
  program
    .command('doctor')
    .description(context.messages.commands.doctor)
    .addOption(sharedOptions(context).format('pretty', 'json'))
    .action(async (flags: DoctorFlags, called: Command) => done(await doctor(flags, called, context)));
}
