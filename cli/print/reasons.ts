import type { Reason, Status } from '../../model/status.ts';
import type { Context } from '../context.ts';
import { placeText } from './place.ts';

function reasonText({ code, message, place }: Reason, { language, messages }: Context): string {
  // The sentence of a reason is English; in another language the code's own words come first.
  const words = language === 'en' ? message : `${messages.reasons[code]}（${message}）`;
  return place === undefined ? `${words} [${code}]` : `${words} [${code}, ${placeText(place)}]`;
}

/** Says on stderr why a document was not, or not wholly, processed. */
export function tellReasons(
  path: string,
  status: Status,
  reasons: readonly Reason[],
  context: Context,
): void {
  if (status === 'ok') return;
  const { messages, err } = context;
  // A damaged font shows on every page: one line says it for all of them; the JSON has each.
  const told = [...Map.groupBy(reasons, ({ code }) => code).values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const more =
      others.length === 0 ? '' : ` ${messages.moreReasons.replace('{count}', String(others.length))}`;
    return [`${reasonText(first, context)}${more}`];
  });
  err(`${path}: ${status === 'failed' ? messages.failed : messages.partial}: ${told.join('; ')}`);
}
