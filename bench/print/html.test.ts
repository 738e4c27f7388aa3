import { describe, expect, it } from 'vitest';
import { layoutText } from '../../extractors/tables/text/layout.ts';
import type { Layout } from '../../model/layout.ts';
import { htmlOf } from './html.ts';

const REPORT = `一、支出情况
本年支出合计80.00万元，其中：基本支出60.00万元，占75.00%。
表1 支出决算表
单位：万元
项目\t合计\t基本支出
甲 <乙>\t50.00\t40.00
丙\t30.00\t20.00
合计\t80.00\t60.00
以上数据已经核实。`;

describe('htmlOf', () => {
  it('prints every line once, in order, tables as tables', () => {
    const lines = REPORT.split('\n').map((text, i) => ({ number: i + 1, text }));
    const source = { name: 'a.txt', sha256: '', mediaType: 'text/plain', pages: 1 };
    const found = layoutText({ kind: 'lines', number: 1, lines });
    const layout: Layout = { source, status: 'ok', reasons: [], ...found };
    const html = htmlOf(lines, layout);
    expect(html.match(/<table>/gu)).toHaveLength(1);
    const words = html
      .slice(html.indexOf('<body>'))
      .replace(/<[^>]+>/gu, '')
      .replace(/\s/gu, '');
    expect(words).toBe(REPORT.replace(/\s/gu, '').replace('<', '&lt;').replace('>', '&gt;'));
    expect(html).toContain('<td class="figure">80.00</td>');
  });
});
