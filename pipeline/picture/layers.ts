/** What a picture of a page can show, from the bottom up. */
export const LAYERS = ['glyphs', 'rulings', 'edges', 'cells', 'tables', 'paragraphs', 'findings'] as const;
export type Layer = (typeof LAYERS)[number];

/** All but the intermediate result that only matters where a table went wrong. */
export const DEFAULT_LAYERS: readonly Layer[] = LAYERS.filter((layer) => layer !== 'edges');
