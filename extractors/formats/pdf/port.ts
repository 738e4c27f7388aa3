import { isRecord } from './operators.ts';

type Listener = (event: { readonly data: unknown }) => void;

/**
 * What joins the two halves of pdf.js, its reader and its side of the caller, in one thread: as `MessagePort`, but what
 * is posted is handed over and not cloned. The port that pdf.js makes itself copies every list of operators, every font
 * and every decoded image with `structuredClone`.
 */
export class HandoverPort {
  readonly #listeners = new Set<Listener>();

  /** Later, as a message would come, but before anything that waits for the event loop. */
  postMessage(message: unknown): void {
    const event = { data: ofItsOwn(message) };
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener.call(this, event);
    });
  }

  addEventListener(
    _name: string,
    listener: Listener,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): void {
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }
}

/** The lists of a part of a stream are copied: the sender empties and fills them again for the next part. */
function ofItsOwn(message: unknown): unknown {
  if (!isRecord(message) || !isRecord(message.chunk)) return message;
  const chunk = Object.entries(message.chunk).map(([name, value]) => [
    name,
    Array.isArray(value) ? [...value] : value,
  ]);
  return { ...message, chunk: Object.fromEntries(chunk) };
}
