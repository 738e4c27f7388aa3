import { describe, expect, it } from 'vitest';
import { columnPattern, UNKNOWN, voteOn } from './vote.ts';

const ballots = (...texts: readonly string[]) => texts.map((text) => ({ text, confidence: 0.8 }));
const percent = { pattern: '2%', counted: null, likeness: null };

describe('voteOn', () => {
  it('is sure of what both passes read alike', () => {
    const vote = voteOn(ballots('1.204.50', '1,204.50'), UNKNOWN);
    expect(vote).toMatchObject({ text: '1,204.50', how: 'voted', readings: ['1.204.50', '1,204.50'] });
    expect(vote?.confidence).toBeCloseTo(0.96, 9);
  });

  it('takes brackets for a sign that the pass for digits cannot read', () => {
    const column = { pattern: '2', counted: null, likeness: null };
    expect(voteOn(ballots('（20.85）', '20.85'), column)).toMatchObject({ text: '(20.85)', how: 'voted' });
    expect(voteOn(ballots('（20.85', '20.85'), column)).toMatchObject({ text: '20.85', how: 'unproved' });
  });

  it('keeps what most passes read and is not sure of it where the first two differ', () => {
    expect(voteOn(ballots('86.20', '36.20', '86.20'), UNKNOWN)).toMatchObject({
      text: '86.20',
      how: 'unproved',
    });
  });

  it('follows the column in what a figure looks like', () => {
    expect(voteOn(ballots('25.374', '25.37%', '25.374'), percent)?.text).toBe('25.37%');
    expect(voteOn(ballots('33.728', '33.728'), percent)).toMatchObject({ text: '33.72%', how: 'unproved' });
    expect(voteOn(ballots('-25.37$', '25.37%', '-25.37S'), percent)?.text).toBe('-25.37%');
    expect(voteOn(ballots('4518', '4518'), { pattern: '2', counted: null, likeness: null })?.how).toBe(
      'unproved',
    );
  });

  it('believes a row number that its neighbours call for', () => {
    const counted = { pattern: '0', counted: { text: '43', isFramed: false }, likeness: null };
    expect(voteOn(ballots('3', '43', '3'), counted)).toMatchObject({ text: '43', how: 'voted' });
    expect(voteOn(ballots('45', '49'), counted)).toMatchObject({ how: 'unproved' });
    const framed = { pattern: '0', counted: { text: '43', isFramed: true }, likeness: null };
    expect(voteOn(ballots('45', '45'), framed)).toMatchObject({
      text: '43',
      how: 'repaired',
      readings: ['45', '45'],
    });
  });

  it('takes the print of a figure for a witness', () => {
    const like = (text: string, is: { isPlain?: boolean; isBare?: boolean } = {}, pattern = '2') => ({
      pattern,
      counted: null,
      likeness: { text, digits: text.replace('.', ''), isPlain: true, isBare: true, ...is },
    });
    expect(voteOn(ballots('34.46', '3.46', '34.46'), like('3.46'))).toMatchObject({
      text: '3.46',
      how: 'voted',
    });
    // No pass read it: it waits for arithmetic.
    expect(voteOn(ballots('5', '3%', '5'), like('58', {}, '0'))).toMatchObject({
      text: '58',
      how: 'unproved',
    });
    // Both passes agree: it only casts a doubt, and none where it is not plain.
    expect(voteOn(ballots('86.20', '86.20'), like('36.20'))).toMatchObject({
      text: '86.20',
      how: 'unproved',
    });
    const dim = like('36.20', { isPlain: false });
    expect(voteOn(ballots('86.20', '86.20'), dim)).toMatchObject({ text: '86.20', how: 'voted' });
  });

  it('looks for the ink of a minus where passes differ about it', () => {
    const like = (isBare: boolean) => ({
      pattern: '2',
      counted: null,
      likeness: { text: '0.50', digits: '050', isPlain: true, isBare },
    });
    expect(voteOn(ballots('0.50', '-0.50', '0.50'), like(true))).toMatchObject({
      text: '0.50',
      how: 'voted',
    });
    expect(voteOn(ballots('0.50', '-0.50', '0.50'), like(false))).toMatchObject({ text: '-0.50' });
    const nought = { pattern: '2', counted: null, likeness: null };
    expect(voteOn(ballots('0.00', '-0.00', '0.00'), nought)).toMatchObject({ text: '0.00' });
    expect(voteOn(ballots('.0.00.', '-0.00', '.0.00'), nought)).toMatchObject({ text: '0.00' });
  });

  it('is not sure of a reading that leaves ink unread', () => {
    const wide = { ...UNKNOWN, isWider: (figure: string) => figure.length < 3 };
    expect(voteOn(ballots('0', '0'), wide)).toMatchObject({ text: '0', how: 'unproved' });
    expect(voteOn(ballots('503', '503'), wide)?.how).toBe('voted');
  });

  it('takes a point before a group for a comma where the column has no decimals', () => {
    const column = { pattern: '0', counted: null, likeness: null };
    expect(voteOn(ballots('335.816', '335.816'), column)?.text).toBe('335,816');
    expect(voteOn(ballots('335,816.', '335,816.'), column)?.text).toBe('335,816');
  });

  it('has none where nothing is a figure, or where it is words', () => {
    expect(voteOn(ballots('', '，'), UNKNOWN)).toBeNull();
    expect(voteOn(ballots('|，E', '5', '已完成'), UNKNOWN)).toBeNull();
  });
});

describe('columnPattern', () => {
  it('is what most figures share', () => {
    expect(columnPattern(['1.20', '3.45', '-0.10', '7'])).toBe('2');
    expect(columnPattern(['1.20', '3', '5%'])).toBeNull();
    expect(columnPattern([])).toBeNull();
  });
});
