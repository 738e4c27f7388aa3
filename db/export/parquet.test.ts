import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { bytesOf, EXAMPLE, exampleTable } from './example.ts';
import { parquet } from './parquet.ts';

async function fileOf(rows = EXAMPLE): Promise<ArrayBuffer> {
  const bytes = await bytesOf(parquet.encode(exampleTable(rows)));
  return new Uint8Array(bytes).buffer;
}

describe('parquet', () => {
  it('has proper types', async () => {
    const { children } = parquetSchema(parquetMetadata(await fileOf()));
    const types = children.map(({ element }) => [
      element.name,
      element.type,
      element.converted_type ?? null,
      element.scale ?? null,
    ]);
    expect(types).toEqual([
      ['id', 'INT64', null, null],
      ['label', 'BYTE_ARRAY', 'UTF8', null],
      ['value', 'BYTE_ARRAY', 'UTF8', null],
      ['amount', 'INT64', 'DECIMAL', 2],
      ['approximate', 'BOOLEAN', null, null],
      ['place', 'BYTE_ARRAY', 'UTF8', null],
    ]);
  });

  it('comes back as it was', async () => {
    const rows = await parquetReadObjects({ file: await fileOf() });
    // The reader gives decimals as floats; as whole 分 they are what was written.
    const fen = (amount: unknown) => (amount === null ? null : Math.round(Number(amount) * 100));
    expect(rows.map((row) => ({ ...row, amount: fen(row.amount) }))).toEqual(
      EXAMPLE.map(({ id, label, value, amount, approximate, place }) => ({
        id: BigInt(id ?? 0),
        label: label === null ? null : String(label).replace('\ud800', '\ufffd'),
        value,
        amount: fen(amount),
        approximate: approximate === null ? null : approximate === 1,
        place,
      })),
    );
  });

  it('closes a row group before it grows large', async () => {
    const rows = Array.from({ length: 45_000 }, (_, id) => ({ ...EXAMPLE[0], id }));
    const file = await fileOf(rows);
    const { row_groups } = parquetMetadata(file);
    expect(row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([20_000, 20_000, 5_000]);
    const read = await parquetReadObjects({ file, columns: ['id'] });
    expect(read.map(({ id }) => Number(id))).toEqual(rows.map(({ id }) => id));
    const long = { ...EXAMPLE[0], label: '长'.repeat(9 * 1024 * 1024) };
    const groups = parquetMetadata(await fileOf([long, long, long])).row_groups;
    expect(groups.map(({ num_rows }) => Number(num_rows))).toEqual([2, 1]);
  });

  it('is a file with columns where there are no rows', async () => {
    const metadata = parquetMetadata(await fileOf([]));
    expect(metadata.num_rows).toBe(0n);
    expect(metadata.schema).toHaveLength(7);
    expect(metadata.key_value_metadata?.map(({ key }) => key)).toEqual(['description', 'columns']);
  });
});
