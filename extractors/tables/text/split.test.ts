import { describe, expect, it } from 'vitest';
import { findTabRuns } from './forms/tabs.ts';
import { splitRun } from './split.ts';
import { pageOf, textsOf } from './testing.ts';

const sectionsOf = (text: string) => findTabRuns(pageOf(text).lines).flatMap(splitRun);

describe('splitRun', () => {
  it('goes on over a blank line without a new header, and begins anew with one', () => {
    const sections = sectionsOf('项目\t预算数\n水费\t1.00\n\n电费\t2.00\n\n项目\t预算数\n邮费\t3.00');
    expect(sections.map(({ first, last }) => [first, last])).toEqual([
      [1, 4],
      [6, 7],
    ]);
    expect(sections[0]?.body.length).toBe(2);
  });
  it('takes the heading of a form section as its heading', () => {
    const [, second] = sectionsOf(
      '项目\t预算数\n水费\t1.00\n二、评价小组\t\t\n姓名\t职务\t单位\n甲某\t站长\t水务站',
    );
    expect(textsOf(second?.heading ?? undefined)[0]).toBe('二、评价小组');
    expect(second?.header.levels.map(textsOf)).toEqual([['姓名', '职务', '单位']]);
  });
  it('drops noise around a header', () => {
    const [section] = sectionsOf('\t1\t\tI\n项目\t预算数\n水费\t1.00\n1\tl\t.');
    expect(section?.body.map(textsOf)).toEqual([['水费', '1.00']]);
    expect([section?.first, section?.last]).toEqual([1, 4]);
  });
});
