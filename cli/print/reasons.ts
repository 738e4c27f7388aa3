import type { Reason, Status } from '../../model/status.ts';
import type { Context } from '../context.ts';
import { placeText } from './place.ts';
import { visible } from './visible.ts';

export function reasonText({ code, message, place }: Reason, { language, messages }: Context): string {
  // The sentence of a reason is English; in another language the code's own words come first.
  const words = language === 'en' ? message : `${messages.reasons[code]}（${message}）`;
  return place === undefined ? `${words} [${code}]` : `${words} [${code}, ${placeText(place)}]`;
}

/** Why a document was not, or not wholly, processed, in one line. */
export function reasonsText(
  status: Exclude<Status, 'ok'>,
  reasons: readonly Reason[],
  context: Context,
): string {
  const { messages } = context;
  // A damaged font shows on every page: one line says it for all of them; the JSON has each.
  const told = [...Map.groupBy(reasons, ({ code }) => code).values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const more = others.length === 0 ? '' : messages.moreReasons(others.length);
    return [`${reasonText(first, context)}${more}`];
  });
  return `${status === 'failed' ? messages.failed : messages.partial}: ${told.join('; ')}`;
}

/** Says on stderr why a document was not, or not wholly, processed. */
export function tellReasons(
  path: string,
  status: Status,
  reasons: readonly Reason[],
  context: Context,
): void {
  if (status !== 'ok') context.err(visible(`${path}: ${reasonsText(status, reasons, context)}`));
}
