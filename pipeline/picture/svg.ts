import type { Box } from '../../model/place.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What no XML document may hold, even escaped: controls, lone surrogates and non-characters. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Text that can stand in an element or a quoted attribute. */
export const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"]/gu, (c) => ENTITIES[c] ?? c);

/** A coordinate, to a hundredth and without needless zeros. */
export const coordinate = (value: number): string => String(Math.round(value * 100) / 100);

/** A factor of a map, to a millionth. */
export const factor = (value: number): string => String(Math.round(value * 1e6) / 1e6);

type Attributes = Readonly<Record<string, string | number | undefined>>;

const attribute = ([name, value]: readonly [string, string | number | undefined]): string =>
  value === undefined ? '' : ` ${name}="${typeof value === 'number' ? coordinate(value) : escaped(value)}"`;

/** An element; `content` is markup already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const opening = `${name}${Object.entries(attributes).map(attribute).join('')}`;
  return content === '' ? `<${opening}/>` : `<${opening}>${content}</${name}>`;
}

export const title = (text: string): string => element('title', {}, escaped(text));

export const textAt = (x: number, y: number, text: string, attributes: Attributes = {}): string =>
  element('text', { x, y, ...attributes }, escaped(text));

/** A rectangle that tells `told` to whoever points at it. */
export const rectangle = ([x0, y0, x1, y1]: Box, attributes: Attributes = {}, told = ''): string =>
  element(
    'rect',
    { x: x0, y: y0, width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0), ...attributes },
    told === '' ? '' : title(told),
  );

/** A layer with its parts, one a line; nothing where there are none. */
export const group = (id: string, parts: readonly string[]): string =>
  parts.length === 0 ? '' : `<g id="${id}">\n${parts.join('\n')}\n</g>\n`;

const STYLE = `
  rect, path { fill: none; stroke-width: .5; }
  text { font-family: 'Noto Sans CJK SC', 'Noto Sans SC', SimSun, sans-serif; }
  .paper { fill: #fff; }
  #glyphs path { stroke: #c8d6e5; stroke-width: .3; }
  #glyphs text { fill: #222; }
  #glyphs .image { stroke: #888; stroke-dasharray: 4 2; fill: #8882; }
  #rulings .drawn { stroke: #0a7d32; }
  #rulings .side { stroke: #7fbf7f; stroke-width: .4; stroke-dasharray: 2 2; }
  #edges path { stroke: #8e44ad; stroke-width: .6; }
  #edges circle { fill: #8e44ad; }
  #cells rect { stroke: #2471a3; fill: #2471a308; }
  #cells .repeated { stroke-dasharray: 3 2; fill: none; }
  #cells text { fill: #2471a3; font-size: 4px; }
  #tables rect { stroke: #b9770e; stroke-width: 1.5; }
  #tables .band { stroke: none; fill: #f39c1222; }
  #tables text { fill: #b9770e; font-size: 7px; font-weight: bold; }
  #paragraphs rect { stroke: #16a085; stroke-dasharray: 1 1; fill: #16a08508; }
  #paragraphs text { fill: #16a085; font-size: 5px; }
  #findings .operand { stroke: #1f618d; stroke-width: 1; fill: #5dade266; }
  #findings .stated { stroke: #ca6f1e; stroke-width: 1; fill: #f5b04166; }
  #findings .place { stroke: #7d3c98; stroke-width: 1; fill: #bb8fce44; }
  #findings .suspect { stroke: #c0392b; stroke-width: 1.5; fill: #e74c3c77; }
  #findings text { fill: #c0392b; font-size: 5px; font-weight: bold; }
`;

/** A whole picture of the given size in units of which a point has so many, `name` its title. */
export const svg = (width: number, height: number, unit: number, name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${coordinate(width / unit)}pt`,
      height: `${coordinate(height / unit)}pt`,
      viewBox: `0 0 ${coordinate(width)} ${coordinate(height)}`,
    },
    `\n${title(name)}\n<style>${STYLE}</style>\n${rectangle([0, 0, width, height], { class: 'paper' })}\n${content}`,
  )}\n`;
