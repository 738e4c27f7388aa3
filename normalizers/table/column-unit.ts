import type { ColumnRole, UnitBasis } from '../../model/reading.ts';
import { parseUnit, UNIT_SOURCE } from '../number/unit.ts';

const MONEY = '百万元|千万元|亿元|万元|千元|百元|元';
const STATED = new RegExp(`(?:金额)?单位[:：]?\\(?(?:人民币)?(${MONEY})`, 'u');
const BRACKETED = new RegExp(`[(\\[](?:单位[:：])?(${UNIT_SOURCE})[)\\]]`, 'u');
const TRAILING = new RegExp(`[-—/]?(${MONEY})$`, 'u');

/** The money unit that a line states ("单位:万元", "金额单位:元"), or null. Takes squeezed text. */
export const statedUnit = (line: string): string | null => STATED.exec(line)?.[1] ?? null;

/** The unit in parentheses of a header word or a title ("金额(万元)"), or null. */
export function bracketedUnit(text: string): string | null {
  const unit = BRACKETED.exec(text)?.[1];
  return unit !== undefined && parseUnit(unit) !== null ? unit : null;
}

export interface ColumnUnit {
  readonly unit: string | null;
  readonly basis: UnitBasis;
}

const NONE: ColumnUnit = { unit: null, basis: 'unknown' };

const counted = (leaf: string): string | null =>
  /人次/u.test(leaf)
    ? '人次'
    : /人数|编制|人员/u.test(leaf)
      ? '人'
      : /辆/u.test(leaf)
        ? '辆'
        : /批次/u.test(leaf)
          ? '批次'
          : null;

/**
 * The unit of a column's figures: its own header, else for money the header around it and the table.
 * @param around units that stand over the whole block or table, with their basis
 */
export function unitOfColumn(
  role: ColumnRole,
  path: readonly string[],
  percents: boolean,
  around: ColumnUnit,
): ColumnUnit {
  const leaf = path.at(-1) ?? '';
  const own =
    path
      .toReversed()
      .map(bracketedUnit)
      .find((unit) => unit !== null) ?? null;
  switch (role) {
    case 'score':
    case 'weight':
      return { unit: own === '%' ? '%' : '分', basis: 'header' };
    case 'rate':
      if (own !== null && parseUnit(own)?.family !== 'money') return { unit: own, basis: 'header' };
      return /[%﹪]/u.test(leaf) || percents
        ? { unit: '%', basis: /[%﹪]/u.test(leaf) ? 'header' : 'own' }
        : NONE;
    case 'count': {
      const unit = own ?? counted(leaf);
      return unit === null ? NONE : { unit, basis: 'header' };
    }
    case 'amount': {
      if (own !== null) return { unit: own, basis: 'header' };
      const trailing = TRAILING.exec(leaf)?.[1];
      return trailing === undefined ? around : { unit: trailing, basis: 'header' };
    }
    default:
      return NONE;
  }
}
