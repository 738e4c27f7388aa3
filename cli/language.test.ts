import { describe, expect, it } from 'vitest';
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
  ])('%j in %j is %s', (args, env, language) => {
    expect(chooseLanguage(args, env)).toBe(language);
  });
});

describe('the messages', () => {
  const chinese = /\p{Script=Han}/u;
  const texts = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : [];

  it('are all in Chinese in Chinese', () => {
    const { commands, arguments: args, options, severities, reasons } = messagesIn('zh');
    for (const text of texts({ commands, args, options, severities, reasons })) expect(text).toMatch(chinese);
  });

  it('have no Chinese in English', () => {
    for (const text of texts(messagesIn('en'))) expect(text).not.toMatch(chinese);
  });
});
