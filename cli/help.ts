import type { HelpConfiguration, Option } from 'commander';
import type { Messages } from './messages/messages.ts';

function described(option: Option, { choices, preset }: Messages): string {
  const notes: string[] = [];
  if (option.argChoices !== undefined) notes.push(choices(option.argChoices));
  const { defaultValue } = option;
  const shown = typeof defaultValue === 'string' || typeof defaultValue === 'number';
  if (shown) notes.push(preset(String(defaultValue)));
  return notes.length === 0 ? option.description : `${option.description} (${notes.join('; ')})`;
}

/** Help whose titles and notes speak the language of the messages. */
export const helpIn = (messages: Messages): HelpConfiguration => ({
  styleTitle: (title) => messages.helpTitles[title] ?? title,
  optionDescription: (option) => described(option, messages),
});
