import { deflateSync, inflateSync } from 'node:zlib';
import type { Random } from './random.ts';

/** Changes bytes in some way; it may give them back as they are. */
export type Mutation = (bytes: Buffer, random: Random) => Buffer;

const CHUNK = 4000;
const MOST_BYTES = 2_000_000;

const spliced = (bytes: Buffer, at: number, removed: number, put: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + removed)]);

const flip: Mutation = (bytes, random) => {
  const changed = Buffer.from(bytes);
  for (let times = random.few(60); times > 0; times -= 1) {
    const at = random.below(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
  }
  return changed;
};

const overwrite: Mutation = (bytes, random) => {
  const put = Buffer.from(Array.from({ length: random.few(50) }, () => random.below(256)));
  return spliced(bytes, random.below(bytes.length), put.length, put);
};

const remove: Mutation = (bytes, random) =>
  spliced(bytes, random.below(bytes.length), random.few(CHUNK), Buffer.alloc(0));

const copy: Mutation = (bytes, random) => {
  const from = random.below(bytes.length);
  const chunk = bytes.subarray(from, from + random.few(CHUNK));
  const times = chunk.length < 50 ? random.few(1000) : random.few(4);
  return spliced(bytes, random.below(bytes.length), 0, Buffer.concat(Array(times).fill(chunk)));
};

const cut: Mutation = (bytes, random) => bytes.subarray(0, 1 + random.below(bytes.length));

const BYTES: readonly Mutation[] = [flip, overwrite, remove, copy, cut];

const NUMBERS = [
  '0',
  '-1',
  '1',
  '2',
  '7',
  '255',
  '65535',
  '65536',
  '2147483647',
  '-2147483648',
  '4294967296',
  '1e9',
  '9'.repeat(40),
  '0.00001',
  '-0',
  '.',
  '--5',
  '1.2.3',
  'null',
  'NaN',
] as const;

/** Puts other tokens where some are: numbers by numbers that break things, all else by another token of the file. */
function tokens(pattern: RegExp): Mutation {
  return (bytes, random) => {
    const text = bytes.toString('latin1');
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return bytes;
    const chosen = new Set(Array.from({ length: random.few(12) }, () => random.below(found.length)));
    const parts: string[] = [];
    let end = 0;
    for (const at of [...chosen].sort((a, b) => a - b)) {
      const token = found[at];
      if (token === undefined) continue;
      const other = random.pick(found)[0];
      const isNumber = /^[-+.\d]+$/u.test(token[0]);
      parts.push(
        text.slice(end, token.index),
        isNumber && random.next() < 0.6 ? random.pick(NUMBERS) : other,
      );
      end = token.index + token[0].length;
    }
    parts.push(text.slice(end));
    return Buffer.from(parts.join(''), 'latin1');
  };
}

const pdfTokens = tokens(
  /\d+ \d+ R|[-+]?\d*\.?\d+|\/[A-Za-z]\w*|<<|>>|\[|\]|\b(?:obj|endobj|stream|endstream|xref)\b/g,
);
const contentTokens = tokens(/[-+]?\d*\.?\d+|\/\w+|\b[A-Za-z]{1,3}\*?(?=\s)|[[\]()<>]/g);

const STREAM = /\/Length (\d+)([^>]*)>>\r?\nstream\r?\n/g;

/** Unpacks a stream of a PDF, changes what is in it, packs it again, and mostly says how long it is now. */
const streams: Mutation = (bytes, random) => {
  const found = [...bytes.toString('latin1').matchAll(STREAM)];
  if (found.length === 0) return bytes;
  const one = random.pick(found);
  const [opening, length = '', entries = ''] = one;
  const start = one.index + opening.length;
  const old = bytes.subarray(start, start + Number(length));
  const isPacked = entries.includes('FlateDecode');
  const plain = isPacked ? unpacked(old) : old;
  if (plain.length === 0) return bytes;
  const changed = random.pick([...BYTES, contentTokens, contentTokens])(plain, random);
  const put = isPacked ? deflateSync(changed) : changed;
  const told = random.next() < 0.9 ? put.length : random.below(9999);
  const head = Buffer.from(opening.replace(/\d+/u, String(told)), 'latin1');
  return spliced(bytes, one.index, opening.length + old.length, Buffer.concat([head, put]));
};

function unpacked(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch {
    return Buffer.alloc(0);
  }
}

const ODD = [
  '\0',
  '\t',
  '|',
  '\u3000',
  '\u202e',
  '\ufeff',
  '（',
  '）',
  '%',
  '％',
  '万元',
  '亿元',
  '元',
  '-',
  '—',
  '0',
  '9'.repeat(30),
  '1,234.56',
  '合计',
  '其中：',
  '占',
  '2024年',
  '年初预算',
  '增长',
  '\u001b[31m',
  '│',
  '┼',
  '🧾',
  '\r',
  '\n\n\n\n',
  '单位：万元',
  '一、',
] as const;

/** Changes lines and words of a text. */
const words: Mutation = (bytes, random) => {
  const lines = bytes.toString('utf8').split('\n');
  for (let times = random.few(20); times > 0; times -= 1) {
    const at = random.below(lines.length);
    const line = lines[at] ?? '';
    const kind = random.below(6);
    const place = random.below(line.length + 1);
    if (kind === 0) lines.splice(at, random.few(20));
    else if (kind === 1) lines.splice(at, 0, ...Array<string>(random.few(200)).fill(line));
    else if (kind === 2)
      lines[at] = `${line.slice(0, place)}${random.pick(ODD).repeat(random.few(40))}${line.slice(place)}`;
    else if (kind === 3) lines[at] = line.replace(/\d/gu, () => String(random.below(10)));
    else if (kind === 4) lines[at] = `${line.slice(0, place)}${random.pick(lines) ?? ''}`;
    else lines[at] = line.replace(/[ \t|]+/gu, () => random.pick([' ', '\t', '   ', '|', '']));
    if (lines.length === 0) lines.push('');
  }
  return Buffer.from(lines.join('\n'));
};

const MUTATIONS = {
  pdf: [...BYTES, pdfTokens, pdfTokens, pdfTokens, streams, streams, streams],
  text: [...BYTES, words, words, words, words],
  zip: [...BYTES, flip, overwrite],
  image: BYTES,
} as const satisfies Readonly<Record<string, readonly Mutation[]>>;

export type Kind = keyof typeof MUTATIONS;

/** Bytes changed once or several times in ways that suit their kind. */
export function mutated(bytes: Buffer, kind: Kind, random: Random): Buffer {
  let changed = bytes;
  for (let times = random.few(5); times > 0; times -= 1) {
    if (changed.length === 0) return changed;
    changed = random.pick<Mutation>(MUTATIONS[kind])(changed, random).subarray(0, MOST_BYTES);
  }
  return changed;
}
