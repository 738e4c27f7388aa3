import { z } from 'zod';
import { messagesIn } from '../cli/language.ts';
import { allowedOf } from '../cli/settings/allowed.ts';
import { CONFIG_NAME, configFile } from '../cli/settings/file.ts';
import { FLAG_NAMES, flagOf } from '../cli/settings/flags.ts';
import { PREFIX, SETTINGS, type Setting, valueAt } from '../cli/settings/setting.ts';
import { DEFAULT_SETTINGS } from '../cli/settings/shape.ts';
import { settingText } from '../cli/settings/text.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What depends on the machine or its user is no fixed default. */
const BY_MACHINE: Readonly<Record<string, string>> = {
  jobs: 'processors',
  recognitions: 'processors',
  lang: 'locale',
};

const defaultOf = ({ name, path }: Setting): unknown =>
  name in BY_MACHINE ? undefined : valueAt(DEFAULT_SETTINGS, path);

function propertyAt(schema: JsonSchema, [key, ...rest]: readonly string[]): JsonSchema | undefined {
  if (key === undefined) return schema;
  const property = schema.properties?.[key];
  return typeof property === 'object' ? propertyAt(property, rest) : undefined;
}

/** The JSON Schema of a configuration file, with what each setting is for and its default, for editors. */
export function configSchema(): string {
  const schema = z.toJSONSchema(configFile(), {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  for (const setting of SETTINGS) {
    const property = propertyAt(schema, setting.path);
    if (property === undefined) continue;
    if (setting.about !== undefined) property.description = setting.about.en;
    const preset = defaultOf(setting);
    if (preset !== undefined) Object.assign(property, { default: preset });
  }
  return `${JSON.stringify({ title: `What stands in ${CONFIG_NAME}`, ...schema }, null, 2)}\n`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function row(setting: Setting): string {
  const { name, variable, about } = setting;
  const flag = FLAG_NAMES.find((known) => known === name);
  const preset = BY_MACHINE[name] ?? `\`${settingText(defaultOf(setting))}\``;
  const cells = [
    `\`${name}\``,
    `\`${variable}\``,
    flag === undefined ? `\`--set ${name}=…\`` : `\`${flagOf(flag)}\``,
    cell(allowedOf(setting, { language: 'en', messages: messagesIn('en') })),
    preset === '``' ? 'none' : preset,
    `${cell(about?.en ?? '')}<br>${cell(about?.zh ?? '')}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The page about settings: where they come from, and each of them. */
export const configPage = (): string => `# Settings

Made by \`npm run docs\` from the shape of the settings; do not edit.

A setting is what the first of these says of it:

1. a flag of the command: its own (\`--ocr never\`), else \`--set name=value\`, which takes every setting and may be repeated;
2. an environment variable \`${PREFIX}…\`; an empty one says nothing;
3. the configuration file: \`${CONFIG_NAME}\` in the working folder, or in the nearest folder above that has one.
   \`--config FILE\` names another, \`--no-config\` uses none;
4. its default.

What is wrong in any of them, an unknown name or a value that is not allowed, ends every command with 64 before any work and one
sentence that names the place, the setting and what it takes; only \`doctor\`, which reports it, and \`completion\` run on.

\`\`\`json
{
  "ocr": "never",
  "failOn": "warning",
  "maxFileBytes": "256MB"
}
\`\`\`

\`duizhang config\` prints the settings that hold, in the form of a configuration file; \`duizhang config --explain\` says of each
where it comes from and what it is for. The schema is
[schema/config.schema.json](schema/config.schema.json), which \`$schema\` may name for editors. Sizes may be written
with KB, MB, GB or TB (KiB … mean the same): multiples of 1024. Lists are separated by commas in flags and variables.
Other limits are other work: \`ingest\` reads a document again when a limit has changed, but for those on time and memory: what was
finished under them stays, and what they ended is tried again in any case.

| setting | variable | flag | takes | default | what for |
| --- | --- | --- | --- | --- | --- |
${SETTINGS.map(row).join('\n')}
`;
