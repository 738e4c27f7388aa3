import type { HelpConfiguration, Option } from 'commander';
import type { Messages } from './messages/messages.ts';

function described(option: Option, { choices, preset, optionNotes }: Messages): string {
  const notes: string[] = [];
  if (option.argChoices !== undefined) notes.push(choices(option.argChoices));
  const { defaultValue, defaultValueDescription } = option;
  const isShown = typeof defaultValue === 'string' || typeof defaultValue === 'number';
  const shown = defaultValueDescription ?? (isShown ? String(defaultValue) : undefined);
  if (shown !== undefined) notes.push(preset(shown));
  return notes.length === 0 ? option.description : `${option.description}${optionNotes(notes)}`;
}

/** Help whose titles and notes speak the language of the messages. */
export const helpIn = (messages: Messages): HelpConfiguration => ({
  showGlobalOptions: true,
  styleTitle: (title) => messages.helpTitles[title] ?? title,
  optionDescription: (option) => described(option, messages),
});
