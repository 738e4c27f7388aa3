import type { Layout } from '../../model/layout.ts';
import type { Profile } from '../../model/reading.ts';
import { flatten } from '../text/flat.ts';
import { readCover } from './cover.ts';
import { entityIn, labelledEntity } from './entity.ts';
import { kindOf } from './kind.ts';
import { regionOf } from './region.ts';
import { yearOf } from './year.ts';

const HEAD_CHARACTERS = 700;

function headOf(layout: Layout): readonly string[] {
  const lines: string[] = [];
  let length = 0;
  for (const paragraph of layout.paragraphs) {
    const text = flatten(paragraph.text).text;
    lines.push(text);
    length += text.length;
    if (length > HEAD_CHARACTERS) break;
  }
  return lines;
}

/** Whose money it is: the title decides where it speaks of a department or of a unit and not of both. */
function scopeOf(title: string, head: string): Profile['scope'] {
  if (/汇总/u.test(title)) return 'department';
  if (/本级|本部(?!门)/u.test(title)) return 'unit';
  const department = /部门/u.test(title);
  const unit = /单位(?:决算|预算|整体)/u.test(title);
  if (department !== unit) return department ? 'department' : 'unit';
  if (/汇总|部门(?:决算|预算|概况)|(?:下属|所属).{0,6}单位\d/u.test(head)) return 'department';
  return /本级|本部(?!门)|单位决算|单位预算/u.test(head) ? 'unit' : 'unknown';
}

/** What the report says it is: kind, title, entity, scope and year, from its first lines. */
export function readProfile(layout: Layout): Profile {
  const head = headOf(layout);
  const { lines, title } = readCover(layout);
  const joined = lines.join('');
  const all = head.join('');
  const named = title ?? '';
  const entity =
    labelledEntity(head, false) ??
    entityIn(named) ??
    labelledEntity(head, true) ??
    entityIn(joined) ??
    entityIn(all);
  const flat = () => layout.paragraphs.map((paragraph) => flatten(paragraph.text).text);
  const year = yearOf(layout, named, joined, flat);
  return {
    kind: kindOf(named, joined, all),
    title,
    entity,
    scope: scopeOf(named, all),
    ...regionOf(entity, lines, flat, year),
    year,
  };
}
