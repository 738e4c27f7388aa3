import { describe, expect, it } from 'vitest';
import type { PixelBox, Raster } from '../../../model/raster.ts';
import { inkBox } from '../image/mosaic.ts';
import { likenessOf } from './likeness.ts';
import { matched } from './match.ts';
import { typefaceOf } from './templates.ts';

/** Segments of a display: across at the top, middle and bottom; down at both sides of both halves, and in the middle. */
const SEGMENTS: Readonly<Record<string, string>> = {
  '0': 'abcdef',
  '1': 'i',
  '2': 'abged',
  '3': 'abgcd',
  '4': 'fgbc',
  '5': 'afgcd',
  '6': 'afgedc',
  '7': 'abc',
  '8': 'abcdefg',
  '9': 'abfgcd',
};
const [ADVANCE, SEPARATOR, HEIGHT, PEN] = [14, 7, 20, 2];

interface Printed {
  readonly page: Raster;
  readonly inks: readonly PixelBox[];
}

/** Figures one below the other, each a little darker or lighter, with chosen pixels painted afterwards. */
function printed(texts: readonly string[], paint: readonly PixelBox[] = [], shade = 0): Printed {
  const [width, height] = [260, texts.length * 40 + 20];
  const data = new Uint8Array(width * height).fill(255);
  const fill = ({ left, top, right, bottom }: PixelBox, value: number): void => {
    for (let y = top; y < bottom; y += 1) data.fill(value, y * width + left, y * width + right);
  };
  for (const [row, text] of texts.entries()) {
    let x = 20;
    const y = 20 + 40 * row;
    for (const character of text) {
      const ink = 20 * ((row * 7) % 3);
      if (character === '.')
        fill({ left: x + 2, top: y + HEIGHT - 3, right: x + 5, bottom: y + HEIGHT }, ink);
      for (const segment of SEGMENTS[character] ?? '') fill(boxOf(segment, x, y), ink);
      x += character === '.' ? SEPARATOR : ADVANCE;
    }
  }
  for (const box of paint) fill(box, shade);
  const page = { width, height, data, dpi: 200 };
  const black = { ...page, data: data.map((value) => (value < 128 ? 0 : 255)) };
  const inks = texts.flatMap((_, row) => {
    const part = { left: 4, top: 10 + 40 * row, right: width - 4, bottom: 48 + 40 * row };
    return inkBox(black, part) ?? [];
  });
  return { page, inks };
}

function boxOf(segment: string, x: number, y: number): PixelBox {
  const [left, right, middle] = [x + 1, x + ADVANCE - 1, y + HEIGHT / 2];
  const [upper, lower] = [
    { top: y, bottom: middle },
    { top: middle, bottom: y + HEIGHT },
  ];
  const across = (top: number) => ({ left, top, right, bottom: top + PEN });
  switch (segment) {
    case 'a':
      return across(y);
    case 'g':
      return across(middle - PEN / 2);
    case 'd':
      return across(y + HEIGHT - PEN);
    case 'b':
      return { left: right - PEN, right, ...upper };
    case 'c':
      return { left: right - PEN, right, ...lower };
    case 'i':
      return { left: left + 4, right: left + 4 + PEN, top: y, bottom: y + HEIGHT };
    case 'e':
      return { left, right: left + PEN, ...lower };
    default:
      return { left, right: left + PEN, ...upper };
  }
}

const SURE = ['20.35', '4', '68.90', '735.42', '56', '982.07', '613.48', '3042.85'];

function readAgain(text: string, paint: readonly PixelBox[] = [], shade = 0) {
  const { page, inks } = printed([...SURE, text], paint, shade);
  const sure = SURE.flatMap((one, index) => {
    const ink = inks[index];
    return ink === undefined ? [] : [{ text: one, ink }];
  });
  const typeface = typefaceOf(page, sure);
  const last = inks.at(-1);
  if (typeface === null || last === undefined) throw new Error('no typeface');
  return likenessOf(matched(page, last, typeface));
}

const LAST = 20 + 40 * SURE.length;

describe('a figure matched with the print of the others', () => {
  it.each(['7', '58', '904.26', '1.11', '5382.61', '0.00'])('%s is read again', (text) => {
    expect(readAgain(text)).toMatchObject({ digits: text.replace('.', ''), isBare: true });
  });

  it('is read where a stroke is broken, and where dirt stands beside it', () => {
    const gap = { left: 26, top: LAST, right: 29, bottom: LAST + PEN };
    expect(readAgain('58.20', [gap], 255)?.digits).toBe('5820');
    const speck = { left: 100, top: LAST + 9, right: 101, bottom: LAST + 10 };
    expect(readAgain('58.20', [speck])?.digits).toBe('5820');
  });

  it('is not bare where something like a minus stands before it', () => {
    const minus = { left: 8, top: LAST + 9, right: 16, bottom: LAST + 11 };
    expect(readAgain('58.20', [minus])).toMatchObject({ digits: '5820', isBare: false });
  });

  it('is like nothing where it is no figure, or much of it is hidden', () => {
    const block = { left: 20, top: LAST, right: 90, bottom: LAST + HEIGHT };
    expect(readAgain('58.20', [block])).toBeNull();
    expect(readAgain('85', [{ left: 60, top: LAST - 4, right: 130, bottom: LAST + 24 }])).toBeNull();
  });
});

it('has no typeface where too few figures are sure', () => {
  const { page, inks } = printed(SURE.slice(0, 3));
  const sure = inks.map((ink, index) => ({ text: SURE[index] ?? '', ink }));
  expect(typefaceOf(page, sure)).toBeNull();
});
