import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Place } from '../../../model/place.ts';
import { placeText } from '../../print/place.ts';

/** The address of a file: relative to the folder where it lies below that, else absolute. */
export function fileUri(path: string, folder: string): string {
  const below = relative(folder, resolve(folder, path));
  if (below === '' || below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below))
    return pathToFileURL(resolve(folder, path)).href;
  return below.split(sep).map(encodeURIComponent).join('/');
}

/** The kind of place that has no line: SARIF knows lines only, so the place is a logical one with its own properties. */
const placeProperties = (place: Exclude<Place, { line: number }>) =>
  'page' in place
    ? { kind: 'page', properties: { page: place.page, box: place.box } }
    : { kind: 'cell', properties: { sheet: place.sheet, cell: place.cell } };

/** Where something is printed, as SARIF says it. */
export function locationOf(uri: string, index: number, place: Place, quote?: string) {
  const artifactLocation = { uri, index };
  if ('line' in place) {
    const { line, column } = place;
    const snippet = quote === undefined || quote === '' ? {} : { snippet: { text: quote } };
    const region = { startLine: line, startColumn: column, ...snippet };
    return { physicalLocation: { artifactLocation, region } };
  }
  const { kind, properties } = placeProperties(place);
  const name = placeText(place);
  return {
    physicalLocation: { artifactLocation, properties },
    logicalLocations: [{ name, fullyQualifiedName: `${uri}#${encodeURIComponent(name)}`, kind }],
  };
}
