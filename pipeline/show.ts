import type { Config } from '../model/config.ts';
import type { Reason, Status } from '../model/status.ts';
import { renderFinding } from '../reconcile/messages/render.ts';
import type { Language } from '../reconcile/reconcile.ts';
import { identifyStage } from './identify.ts';
import type { Layer } from './picture/layers.ts';
import { pictureOf } from './picture/picture.ts';
import { examine } from './process.ts';

export interface ShowOptions {
  readonly page: number;
  readonly layers: readonly Layer[];
  readonly config: Config;
  readonly language: Language;
  /** Opens encrypted documents; never stored nor told. */
  readonly password?: string;
}

/** The picture of a page, or why there is none: no such page, or reasons of the document or of that page. */
export type Shown =
  | {
      readonly kind: 'picture';
      readonly svg: string;
      readonly status: Status;
      readonly reasons: readonly Reason[];
    }
  | { readonly kind: 'no-such-page'; readonly pages: number }
  | { readonly kind: 'failed'; readonly reasons: readonly Reason[] };

const isOfPage = ({ place }: Reason, page: number): boolean =>
  place !== undefined && 'page' in place && place.page === page;

/** Takes a report through every stage and draws one of its pages. */
export async function showPage(path: string, options: ShowOptions): Promise<Shown> {
  const { page: number, layers, config, language, password } = options;
  const source = await identifyStage.run(path, config);
  if (!source.ok) return { kind: 'failed', reasons: [source.reason] };
  const examination = await examine(source.value, config, password === undefined ? {} : { password });
  if (!examination.ok || examination.document === null)
    return { kind: 'failed', reasons: examination.ok ? [] : examination.reasons };
  const { document, layout, audit } = examination;
  const { status, reasons } = layout;
  const page = document.pages.find((one) => one.number === number);
  if (page !== undefined) {
    const words = (finding: (typeof audit.findings)[number]) => renderFinding(finding, language);
    const svg = pictureOf(page, { document, layout, audit, words }, layers);
    return { kind: 'picture', svg, status, reasons };
  }
  const pages = Math.max(1, document.source.pages);
  if (number > pages) return { kind: 'no-such-page', pages };
  const own = reasons.filter((reason) => isOfPage(reason, number));
  return { kind: 'failed', reasons: own.length > 0 ? own : reasons };
}
