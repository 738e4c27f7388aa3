import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { fromEnvironment } from './environment.ts';
import { configPath, fromFile } from './file.ts';
import { fromFlags, type SettingFlags } from './flags.ts';
import type { Given, Layer, Source } from './given.ts';
import { nested, SETTINGS, type Setting, valueAt } from './setting.ts';
import { DEFAULT_SETTINGS, Settings } from './shape.ts';

/** The settings that hold, and who said each. */
export interface Settled {
  readonly settings: Settings;
  readonly sourceOf: (setting: Setting) => Source;
  /** The configuration file in force; `undefined` where there is none. */
  readonly file: string | undefined;
}

/** What holds of every setting: the first layer that says something of it, else what stands at the end. */
export const settle = (
  layers: readonly Layer[],
  last: (setting: Setting) => Given,
  settings: readonly Setting[] = SETTINGS,
): ReadonlyMap<Setting, Given> =>
  new Map(
    settings.map((setting) => {
      const given = layers.find((layer) => layer.has(setting.name))?.get(setting.name);
      return [setting, given ?? last(setting)];
    }),
  );

const configFlag = (command: Command): string | false | undefined => {
  const { config } = command.optsWithGlobals<SettingFlags>();
  return config === true ? undefined : config;
};

/**
 * The settings of a command: flags before environment, environment before configuration file, file before defaults.
 * What is wrong in any of them is wrong usage, also where another source has the last word.
 */
export function settingsOf(command: Command, context: Context): Settled {
  const { env, folder, language } = context;
  const file = configPath(configFlag(command), folder);
  const layers = [
    fromFlags(command, context),
    fromEnvironment(env, context),
    file === undefined ? new Map() : fromFile(file, context),
  ];
  const defaults: Settings = { ...DEFAULT_SETTINGS, lang: language };
  const held = settle(layers, ({ name, path }) => ({
    value: valueAt(defaults, path),
    source: { kind: name === 'lang' ? 'locale' : 'default' },
  }));
  return {
    settings: Settings.parse(nested([...held].map(([setting, { value }]) => [setting, value]))),
    sourceOf: (setting) => held.get(setting)?.source ?? { kind: 'default' },
    file,
  };
}
