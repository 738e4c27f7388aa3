import type { Finding } from '../../model/audit.ts';
import type { Document } from '../../model/document.ts';
import type { Place } from '../../model/place.ts';
import type { Fact } from '../../model/reading.ts';
import type { Examined } from '../../pipeline/process.ts';

const pageOf = (place: Place): readonly number[] => ('page' in place ? [place.page] : []);

/**
 * The pages that show what is wrong, as many findings as fit into so many pages: the first page, which names the report,
 * and of every finding the pages of its figures and of the tables that these stand in. Errors go first, then what needs
 * the fewest pages.
 */
export function tellingPages(examined: Examined, most: number): readonly number[] {
  const chosen = new Set([1]);
  const needs = examined.audit.findings
    .map((finding) => ({ pages: new Set(pagesOf(finding, examined)), isError: finding.severity === 'error' }))
    .toSorted((a, b) => Number(b.isError) - Number(a.isError) || a.pages.size - b.pages.size);
  for (const { pages } of needs) {
    const more = [...pages].filter((page) => !chosen.has(page));
    if (chosen.size + more.length <= most) for (const page of more) chosen.add(page);
  }
  return [...chosen].toSorted((a, b) => a - b);
}

function pagesOf({ place, explains, stated, operands }: Finding, examined: Examined): readonly number[] {
  const { layout, audit } = examined;
  const told = audit.statements.filter(({ id }) => explains.includes(id));
  const facts = [...operands, ...told.flatMap((one) => one.operands)];
  const all = [...facts, ...[stated, ...told.map((one) => one.stated)].filter((fact) => fact !== null)];
  const tables = new Set(all.flatMap(({ origin }) => (origin.kind === 'table' ? [origin.table] : [])));
  const parts = layout.tables.filter(({ id }) => tables.has(id)).flatMap((table) => table.parts);
  return [
    ...pageOf(place),
    ...all.flatMap((fact: Fact) => pageOf(fact.place)),
    ...parts.flatMap((part) => ('page' in part ? [part.page] : [])),
  ];
}

/** The document as if it had only these pages. */
export function onlyPages(document: Document, numbers: readonly number[]): Document {
  const pages = numbers.flatMap((number, index) => {
    const page = document.pages.find((one) => one.kind === 'packed' && one.number === number);
    return page?.kind === 'packed' ? [{ ...page, number: index + 1 }] : [];
  });
  return { ...document, source: { ...document.source, pages: pages.length }, pages };
}
