import type { z } from 'zod';
import type { Messages } from './messages/messages.ts';

/** What is wrong with a value in a file that a person wrote, in words that follow the value's place. */
export function issueWords(issue: z.core.$ZodRawIssue, { issues }: Messages): string | undefined {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return issues.missing;
  switch (issue.code) {
    case 'invalid_type':
      return issues.wrongType(issue.expected);
    case 'invalid_value':
      return issues.oneOf(issue.values.map(String));
    case 'too_small':
      return issue.origin === 'string' ? issues.empty : issues.atLeast(String(issue.minimum));
    case 'too_big':
      return issues.atMost(String(issue.maximum));
    case 'invalid_format':
      return issue.format === 'date' ? issues.date : issues.wrongForm;
    default:
      return undefined;
  }
}
