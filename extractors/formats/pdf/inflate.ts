import { promisify } from 'node:util';
import { inflate, inflateRaw, inflateRawSync, inflateSync } from 'node:zlib';

/** What is packed into more bytes is unpacked in another thread, so that nothing else waits for it. */
const MOST_PACKED = 1024 * 1024;
/** By how much the contents of a page mostly grow: a chunk of that size takes them whole. */
const GROWTH = 6;
const LEAST_CHUNK = 1024;

const WAYS = {
  deflate: { here: inflateSync, aside: promisify(inflate) },
  'deflate-raw': { here: inflateRawSync, aside: promisify(inflateRaw) },
} as const;

type Packing = keyof typeof WAYS;
const isPacking = (format: string): format is Packing => Object.hasOwn(WAYS, format);

/**
 * As much of a `DecompressionStream` as pdf.js uses to unpack a stream of a PDF: one piece is written, then all is read.
 * The one of the engine hands it in pieces to another thread and takes it back through three queues, which costs several
 * times as much as to unpack it. As there, an unknown format is a `TypeError`, and `read` rejects for bytes that cannot be
 * unpacked; then pdf.js unpacks as much of them as it can.
 */
export class DirectInflation {
  readonly #packing: Packing;
  readonly #unpacked = Promise.withResolvers<Uint8Array>();
  #isRead = false;

  constructor(format: string) {
    if (!isPacking(format)) throw new TypeError(`${format} is no format that is unpacked`);
    this.#packing = format;
  }

  get writable() {
    return { getWriter: () => ({ write: this.#write, close: async () => undefined }) };
  }

  get readable() {
    return { getReader: () => ({ read: this.#read }) };
  }

  readonly #write = async (packed: Uint8Array): Promise<void> => {
    try {
      this.#unpacked.resolve(await unpackedOf(packed, this.#packing));
    } catch (error) {
      this.#unpacked.reject(error);
    }
  };

  readonly #read = async (): Promise<{ readonly value?: Uint8Array; readonly done: boolean }> => {
    if (this.#isRead) return { done: true };
    this.#isRead = true;
    return { value: await this.#unpacked.promise, done: false };
  };
}

async function unpackedOf(packed: Uint8Array, packing: Packing): Promise<Uint8Array> {
  const { here, aside } = WAYS[packing];
  const { buffer, byteOffset, byteLength } =
    packed.byteLength > MOST_PACKED
      ? await aside(packed)
      : here(packed, { chunkSize: Math.max(LEAST_CHUNK, GROWTH * packed.byteLength) });
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Has pdf.js unpack streams directly; it takes what goes by the name of `DecompressionStream` in its thread. */
export const inflateDirectly = (): void => {
  Object.assign(globalThis, { DecompressionStream: DirectInflation });
};
