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
  const told = reasons.map((reason) => reasonText(reason, context)).join('; ');
  err(`${path}: ${status === 'failed' ? messages.failed : messages.partial}: ${told}`);
}
