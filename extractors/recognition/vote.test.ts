import { describe, expect, it } from 'vitest';
import { columnPattern, UNKNOWN, voteOn } from './vote.ts';

const ballots = (...texts: readonly string[]) => texts.map((text) => ({ text, confidence: 0.8 }));
const percent = { pattern: '2%', counted: null };

describe('voteOn', () => {
  it('is sure of what both passes read alike', () => {
    const vote = voteOn(ballots('1.204.50', '1,204.50'), UNKNOWN);
    expect(vote).toMatchObject({ text: '1,204.50', how: 'voted', readings: ['1.204.50', '1,204.50'] });
    expect(vote?.confidence).toBeCloseTo(0.96, 9);
  });

  it('keeps what most passes read and is not sure of it where the first two differ', () => {
    expect(voteOn(ballots('86.20', '36.20', '86.20'), UNKNOWN)).toMatchObject({
      text: '86.20',
      how: 'unproved',
    });
  });

  it('follows the column in what a figure looks like', () => {
    expect(voteOn(ballots('25.374', '25.37%', '25.374'), percent)?.text).toBe('25.37%');
    expect(voteOn(ballots('-25.37$', '25.37%', '-25.37S'), percent)?.text).toBe('-25.37%');
    expect(voteOn(ballots('4518', '4518'), { pattern: '2', counted: null })?.how).toBe('unproved');
  });

  it('believes a row number that its neighbours call for', () => {
    const counted = { pattern: '0', counted: '43' };
    expect(voteOn(ballots('3', '43', '3'), counted)).toMatchObject({ text: '43', how: 'voted' });
    expect(voteOn(ballots('45', '45'), counted)).toMatchObject({ text: '45', how: 'unproved' });
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
