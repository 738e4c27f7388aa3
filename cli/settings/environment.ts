import type { Context, Environment } from '../context.ts';
import { type Given, type Layer, unknownName, wrongValue } from './given.ts';
import { PREFIX, SETTINGS, type Setting } from './setting.ts';
import { checkedText } from './value.ts';

/**
 * What the environment says. A variable that is empty says nothing; one of our prefix that names no setting, or has a
 * value that is not allowed, is wrong usage.
 */
export function fromEnvironment(
  env: Environment,
  context: Pick<Context, 'language' | 'messages'>,
  settings: readonly Setting[] = SETTINGS,
): Layer {
  const layer = new Map<string, Given>();
  for (const [variable, text] of Object.entries(env)) {
    if (!variable.startsWith(PREFIX) || text === undefined || text.trim() === '') continue;
    const setting = settings.find((known) => known.variable === variable);
    if (setting === undefined)
      throw unknownName(
        variable,
        variable,
        settings.map((known) => known.variable),
        context,
      );
    const checked = checkedText(setting, text);
    if (!checked.success) throw wrongValue(variable, setting, text, context);
    layer.set(setting.name, { value: checked.data, source: { kind: 'environment', variable } });
  }
  return layer;
}
