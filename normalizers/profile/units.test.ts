import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../model/layout.ts';
import { componentUnits } from './units.ts';

const ENTITY = '云溪县文化和旅游局';
const read = (...lines: readonly string[]) =>
  componentUnits(
    lines.map(
      (text, i): Paragraph => ({
        text,
        before: null,
        segments: [{ start: 0, length: text.length, line: i + 1, column: 1 }],
      }),
    ),
    ENTITY,
  );
const KEYS = [ENTITY, '云溪县文化馆', '云溪县图书馆'];

describe('the units that a department brings together', () => {
  it.each([
    [
      [
        '纳入2024年度部门决算编制范围的独立核算单位共3个，分别是：云溪县文化和旅游局（本级）、云溪县文化馆、云溪县图书馆。',
      ],
    ],
    [
      [
        '纳入云溪县文化和旅游局2024年部门预算编制范围的单位包括：局机关、县文化馆、县图书馆（非独立核算单位）。',
      ],
    ],
    [
      [
        '纳入本部门2024年度部门决算汇编范围的二级预算单位包括：',
        '1.云溪县文化和旅游局本级',
        '2.云溪县文化馆；',
        '3. 县图书馆。',
        '第二部分 情况说明',
      ],
    ],
    [['纳入决算编报范围的单位三家，具体为：', '（1）局本级', '（2）云溪县文化馆', '（3）云溪县图书馆']],
  ])('are named in full: %j', (lines) => {
    const found = read(...lines);
    expect(found?.units.map(({ key }) => key)).toEqual(KEYS);
    expect(found?.units.map(({ own }) => own)).toEqual([true, false, false]);
    expect(found?.whole).toBe(true);
  });

  it.each([
    ['纳入决算编制范围的单位共4个，分别是：局本级、云溪县文化馆、云溪县图书馆。'],
    ['纳入决算编制范围的单位共5个，包括局本级和下属5个预算单位，分别是：云溪县文化馆、云溪县图书馆。'],
    ['纳入决算编制范围的单位包括：局本级、云溪县文化馆、云溪县图书馆等。'],
    ['纳入决算编制范围的下属单位包括：云溪县文化馆、云溪县图书馆。'],
  ])('are not known to be all: %s', (line) => {
    expect(read(line)?.units.length).toBeGreaterThan(1);
    expect(read(line)?.whole).toBe(false);
  });

  it('have no key where their name is not full', () =>
    expect(read('纳入决算编制范围的单位包括：局本级、文化馆。')?.units).toEqual([
      { name: '局本级', key: ENTITY, own: true },
      { name: '文化馆', key: null, own: false },
    ]));

  it.each([
    ['本局内设机构3个：办公室、人事股、财务股。'],
    ['所属事业单位2个：云溪县文化馆、云溪县图书馆。'],
    [''],
  ])('are not named: %s', (line) => expect(read(line)).toBeNull());
});
