import { describe, expect, it } from 'vitest';
import { countedOn } from './sequence.ts';

const rows = [1, 2, 3, 4, 5, 6, 9];

describe('countedOn', () => {
  it('knows what a cell between two counted ones says', () => {
    const counted = countedOn(rows, ['1', '2', '3', null, '5', '6', '12']);
    expect(counted[3]).toEqual({ text: '4', isFramed: true });
    expect(counted[6]).toEqual({ text: '9', isFramed: false });
    expect(countedOn(rows, ['1', '2', '7', null, '5', null, '9'])[3]).toEqual({ text: '4', isFramed: false });
  });

  it('says nothing where neighbours disagree, or where the column does not count', () => {
    expect(countedOn(rows, ['1', '2', '3', '4', null, '9', '13'])[4]).toBeNull();
    expect(countedOn(rows, ['201', '20101', '205', null, '208', '210', '211'])[3]).toBeNull();
    expect(countedOn(rows, ['1.50', '2.50', '3.50', null, '5.50', '6.50', '7.50'])[3]).toBeNull();
  });
});
