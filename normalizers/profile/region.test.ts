import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesAround, REGIONS, regionsNamed } from '../codes/regions.ts';
import { regionOf } from './region.ts';

const codeOf = (entity: string, year: number | null = 2024, lines: readonly string[] = []) =>
  regionOf(entity, [], () => lines, year).regionCode;

describe('the region of an entity', () => {
  it.each([
    ['上海市普陀区社会福利院', '310107'],
    ['中共上海市普陀区委社会工作部', '310107'],
    ['中国共产党江苏省委员会办公厅', '320000'],
    ['浙江舟山市普陀区教育局', '330903'],
    ['四川省凉山彝族自治州财政局', '513400'],
    ['凉山州财政局', '513400'],
    ['恩施州巴东县审计局', '422823'],
    ['昆山市市场监督管理局', '320583'],
    ['常州市级机关事务管理局', '320400'],
    ['云南省芒市水利局', '533103'],
    ['大同市城区人民法院', '140202'],
  ])('%s is in %s', (entity, code) => expect(codeOf(entity)).toBe(code));

  it.each([
    '城区街道办事处',
    '湖南师范大学',
    '四川大学',
    '华北区域协同中心',
    '城市管理局',
    '青川市农业农村局',
  ])('%s names no region of the code book', (entity) => expect(codeOf(entity)).toBeNull());

  it('is named as printed, without the party before it', () => {
    expect(regionOf('中共上海市普陀区委社会工作部', [], () => [], 2024).region).toBe('上海市普陀区');
    expect(regionOf('中共青川市委办公室', [], () => [], 2024)).toEqual({
      region: '青川市',
      regionCode: null,
    });
  });

  it('is that of the first lines where the entity names none', () => {
    const found = regionOf('万里街道办事处', ['上海市普陀区2024年区级部门预算'], () => [], 2024);
    expect(found).toEqual({ region: '上海市普陀区', regionCode: '310107' });
  });

  it('of one name among several is told by the prefecture or province that the report names', () => {
    expect(codeOf('鼓楼区财政局')).toBeNull();
    expect(codeOf('鼓楼区财政局', 2024, ['南京市财政局批复'])).toBe('320106');
    expect(codeOf('鼓楼区财政局', 2024, ['福建省财政厅批复'])).toBe('350102');
    expect(codeOf('鼓楼区财政局', 2024, ['江苏省财政厅批复'])).toBeNull();
    expect(codeOf('鼓楼区财政局', 2024, ['南京市与徐州市'])).toBeNull();
  });

  it('has the code of the year of the report', () => {
    expect(codeOf('株洲县财政局', 2015)).toBe('430221');
    expect(codeOf('株洲市渌口区财政局', 2023)).toBe('430212');
    const [abolished, current] = ['宣武区财政局', '西城区财政局'].map((entity) => codeOf(entity, 2008));
    expect([abolished, current]).toEqual(['110104', '110102']);
  });
});

const current = REGIONS.filter(({ to }) => to === null);

describe('every region of the code book', () => {
  it('is found by its full name', () => {
    const missed = current.filter((region) => {
      const { province, prefecture } = namesAround(region);
      const entity = `${province.at(0) ?? ''}${prefecture.at(0) ?? ''}${region.name}财政局`;
      return codeOf(entity) !== region.code;
    });
    expect(missed.map(({ code, name }) => `${code} ${name}`)).toEqual([]);
  });

  it('is never taken for another by its own name alone', () =>
    fc.assert(
      fc.property(fc.constantFrom(...current), fc.integer({ min: 2017, max: 2030 }), (region, year) => {
        const code = codeOf(`${region.name}财政局`, year);
        const namesakes = new Set(regionsNamed(region.name).map((other) => other.code));
        return code === null || (namesakes.has(code) && (namesakes.size > 1 || code === region.code));
      }),
    ));
});
