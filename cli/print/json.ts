export type JsonFormat = 'json' | 'ndjson';

/** Prints values as they come: one object for one, an array for several, or one a line. */
export class JsonPrinter {
  readonly #format: JsonFormat;
  readonly #asArray: boolean;
  readonly #out: (text: string) => void;
  #count = 0;

  constructor(format: JsonFormat, asArray: boolean, out: (text: string) => void) {
    this.#format = format;
    this.#asArray = asArray;
    this.#out = out;
  }

  add(value: unknown): void {
    if (this.#format === 'ndjson') this.#out(`${JSON.stringify(value)}\n`);
    else if (!this.#asArray) this.#out(`${JSON.stringify(value, null, 2)}\n`);
    else this.#out(`${this.#count === 0 ? '[' : ','}\n${JSON.stringify(value, null, 2)}`);
    this.#count += 1;
  }

  end(): void {
    if (this.#format === 'json' && this.#asArray) this.#out(this.#count === 0 ? '[]\n' : '\n]\n');
  }
}
