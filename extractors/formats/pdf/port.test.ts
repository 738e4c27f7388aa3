import { describe, expect, it } from 'vitest';
import { HandoverPort } from './port.ts';

describe('HandoverPort', () => {
  it('hands over later, the very same thing, to everyone who listens', async () => {
    const port = new HandoverPort();
    const heard: unknown[] = [];
    port.addEventListener('message', ({ data }) => heard.push(data));
    port.addEventListener('message', ({ data }) => heard.push(data));
    const message = { action: 'font', data: new Uint8Array(4) };
    port.postMessage(message);
    expect(heard).toEqual([]);
    await Promise.resolve();
    expect(heard[0]).toBe(message);
    expect(heard).toHaveLength(2);
  });

  it('keeps the lists of a part from what the sender does with them afterwards', async () => {
    const port = new HandoverPort();
    const heard: unknown[] = [];
    port.addEventListener('message', ({ data }) => heard.push(data));
    const codes = [1, 2];
    port.postMessage({ stream: 4, chunk: { codes, length: 2 } });
    codes.length = 0;
    await Promise.resolve();
    expect(heard).toEqual([{ stream: 4, chunk: { codes: [1, 2], length: 2 } }]);
  });

  it('tells nobody who has gone', async () => {
    const port = new HandoverPort();
    const gone = new AbortController();
    const heard: unknown[] = [];
    const listener = ({ data }: { readonly data: unknown }): void => {
      heard.push(data);
    };
    port.addEventListener('message', (event) => heard.push(event), { signal: gone.signal });
    port.addEventListener('message', listener);
    gone.abort();
    port.removeEventListener('message', listener);
    port.postMessage('nothing');
    await Promise.resolve();
    expect(heard).toEqual([]);
  });
});
