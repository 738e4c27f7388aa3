import { describe, expect, it } from 'vitest';
import { entityKey } from './entity-key.ts';

describe('the name that documents are linked by', () => {
  it.each([
    ['云溪县文化馆', '云溪县文化馆', null],
    ['云溪县文化和旅游局（本级）', '云溪县文化和旅游局', 'unit'],
    ['云溪县文化和旅游局本级', '云溪县文化和旅游局', 'unit'],
    ['云溪县人民法院机关（本级）', '云溪县人民法院', 'unit'],
    ['云溪县财政厅厅机关本级', '云溪县财政厅', 'unit'],
    ['云溪县文化和旅游局机关', '云溪县文化和旅游局', 'unit'],
    ['云溪县文化和旅游局（汇总）', '云溪县文化和旅游局', null],
    ['云 溪 县 教 育 局', '云溪县教育局', null],
    ['中共云溪县委组织部', '中共云溪县委组织部', null],
    ['云溪县机关事务管理局', '云溪县机关事务管理局', null],
  ])('%s is %s', (name, key, scope) => expect(entityKey(name)).toMatchObject({ key, scope }));

  it.each(['财政局', '办公室', '本级', '某县文化馆', '我市民政局', '市财政局', '第一中学', ''])(
    '%s is no full name',
    (name) => expect(entityKey(name)).toBeNull(),
  );

  it.each([
    ['国家统计局', false],
    ['江苏省人民检察院', false],
    ['内蒙古自治区财政厅', false],
    ['凉山州林业局', false],
    ['广州市农业局', false],
    ['镇江市水利局', false],
    ['景德镇市档案馆', false],
    ['上海市普陀区社会福利院', false],
    ['双江拉祜族佤族布朗族傣族自治县民政局', false],
    ['鼓楼区市场监督管理局', true],
    ['市中区教育局', true],
    ['城关镇人民政府', true],
    ['中共鼓楼区委党校', true],
  ])('%s may have a namesake: %s', (name, shared) => expect(entityKey(name)?.shared).toBe(shared));

  it('differs for names that are only alike', () =>
    expect(entityKey('云溪县文化馆')?.key).not.toBe(entityKey('云溪县文化局')?.key));
});
