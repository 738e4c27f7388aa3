import { describe, expect, it } from 'vitest';
import { DECISIONS } from '../db/record.ts';
import type { Fault } from '../db/verify.ts';
import { chooseLanguage, messagesIn } from './language.ts';

describe('chooseLanguage', () => {
  it.each([
    [[], {}, 'en'],
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [[], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [[], { LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_TW' }, 'zh'],
    [['check', '--lang', 'en'], { LANG: 'zh_CN' }, 'en'],
    [['check', '--lang=zh'], {}, 'zh'],
    [['check', '--lang', 'fr'], { LANG: 'zh_CN' }, 'zh'],
    [[], { LC_ALL: '', LANG: 'zh' }, 'zh'],
    [[], { DUIZHANG_LANG: 'en', LANG: 'zh' }, 'en'],
    [['--lang', 'zh'], { DUIZHANG_LANG: 'en' }, 'zh'],
    [[], { DUIZHANG_LANG: 'fr', LANG: 'zh' }, 'zh'],
  ])('%j in %j is %s', (args, env, language) => {
    expect(chooseLanguage(args, env)).toBe(language);
  });
});

/** Whatever a message is told: a text, a number, a list, an object, each of whose parts is the same again. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_, key) => {
    if (key === Symbol.toPrimitive) return () => '1';
    return key === Symbol.iterator ? [][Symbol.iterator].bind([]) : anything;
  },
  apply: () => anything,
});

/** Every text of a catalogue by its key; messages that are told something are told anything. */
function texts(value: unknown, key = ''): readonly (readonly [key: string, text: string])[] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value === 'function') {
    const told: unknown = Reflect.apply(value, undefined, [anything, anything, anything, anything]);
    return [[key, String(told)]];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => texts(part, key === '' ? name : `${key}.${name}`));
}

const CHINESE = /\p{Script=Han}/u;
/** Names of programs, forms and packages, what is typed, and what stands in files: the same in every language. */
const NAMES =
  /--[a-z][a-z-]*(?:=\S+)?|@[\w./-]+|\b(?:duizhang|npm ci|SQLite|Excel|Parquet|Data Package|Node|Linux|Windows|sharp|pdfjs-dist|better-sqlite3|shell|bash|zsh|fish|null|true|false)\b|\p{Script=Han}*(?:[\w-]*\.[\w-]+)+|\$\w+|[A-Z]{2,}(?:[-_][A-Z\d…]+)*/gu;
/** Words that are typed as they stand: commands, values and parts of files. */
const TYPED =
  /\b(?:config|ingest|extract|check|never|auto|facts|wide|findings|link-findings|code|no|explain|json)\b/gu;
/** Texts of a shape of their own: nothing but what they are told. */
const PURE: readonly string[] = [
  'resume.difference',
  'optionNotes',
  'settings.sources.file',
  'allowed.either',
  'usage.jsonFiles.invalid',
];

/** Texts that are chosen by what they are told, which must then be of its kind. */
const CHOSEN: readonly string[] = ['resume.decided', 'resume.fault'];

const FAULTS: readonly Fault[] = [
  { kind: 'integrity', detail: '1' },
  { kind: 'foreign-key', relation: '1', parent: '1', rows: 1 },
  { kind: 'rows', document: 1, sha256: '1', relation: '1', found: 1, expected: 2 },
  { kind: 'index', relation: '1', found: 1, expected: 2 },
  { kind: 'no-path', document: 1, sha256: '1' },
];

describe('the messages', () => {
  const english = texts(messagesIn('en'));
  const { fault, decided } = messagesIn('zh').resume;
  const chinese = [
    ...texts(messagesIn('zh')).filter(([key]) => !CHOSEN.includes(key)),
    ...FAULTS.map((one) => ['resume.fault', fault(one)] as const),
    ...DECISIONS.map((decision) => ['resume.decided', decided(decision, '1', '1')] as const),
  ];

  it('have the same keys in both languages', () => {
    const keys = (all: typeof english) =>
      all.map(([key]) => key).filter((key) => !key.startsWith('helpTitles'));
    expect([...new Set(keys(chinese))].sort()).toEqual(keys(english).sort());
    expect(keys(english).length).toBeGreaterThan(150);
  });

  it.each(chinese)('%s is Chinese in Chinese', (key, text) => {
    if (!PURE.includes(key)) expect(text).toMatch(CHINESE);
    expect(
      text
        .replace(NAMES, '')
        .replace(TYPED, '')
        .match(/[A-Za-z]{2,}/gu),
    ).toBeNull();
  });

  it('have no Chinese in English, and say something', () => {
    for (const [key, text] of english) {
      expect([key, text]).not.toEqual([key, expect.stringMatching(CHINESE)]);
      expect(text.length).toBeGreaterThan(0);
    }
  });
});
