import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { csv } from './csv.ts';
import { datapackage } from './datapackage.ts';
import { bytesOf, exampleTable } from './example.ts';

const Descriptor = z.object({
  resources: z.array(
    z.object({
      path: z.string(),
      bytes: z.number(),
      hash: z.string(),
      schema: z.object({
        fields: z.array(z.object({ name: z.string(), type: z.string(), description: z.string() })),
        primaryKey: z.array(z.string()).optional(),
      }),
    }),
  ),
});

async function written() {
  const files = new Map<string, Buffer>();
  for (const { name, chunks } of datapackage.files(exampleTable())) files.set(name, await bytesOf(chunks));
  return files;
}

describe('datapackage', () => {
  it('has the files that it announces, the rows first', async () => {
    expect([...(await written()).keys()]).toEqual(datapackage.names('facts'));
  });

  it('tells size, hash, types and meanings of its rows', async () => {
    const files = await written();
    const descriptor = Descriptor.parse(JSON.parse(files.get('datapackage.json')?.toString() ?? ''));
    const [resource] = descriptor.resources;
    const rows = files.get('facts.csv') ?? Buffer.alloc(0);
    expect(rows.equals(await bytesOf(csv.encode(exampleTable())))).toBe(true);
    expect(resource).toMatchObject({ path: 'facts.csv', bytes: rows.length });
    expect(resource?.hash).toBe(`sha256:${createHash('sha256').update(rows).digest('hex')}`);
    expect(resource?.schema.primaryKey).toEqual(['id']);
    expect(resource?.schema.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'id integer',
      'label string',
      'value number',
      'amount number',
      'approximate boolean',
      'place object',
    ]);
    expect(resource?.schema.fields[0]?.description).toBe('number of the row');
  });
});
