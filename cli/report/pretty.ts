import { findingLines } from '../print/finding.ts';
import { visible } from '../print/visible.ts';
import { countsOf, NO_COUNTS, sum } from './counts.ts';
import type { ReportFormat } from './reporter.ts';

/** Lines for people, as a linter prints them; the counts below each document and at the end of several. */
export const pretty: ReportFormat = (several, context) => {
  const { messages, out, colors } = context;
  let total = NO_COUNTS;
  let documents = 0;
  return {
    add(reported) {
      const { path, report } = reported;
      if (report.status === 'failed') return;
      const counts = countsOf(reported);
      total = sum(total, counts);
      documents += 1;
      for (const finding of report.findings) out(findingLines(path, finding, context));
      out(`${colors.bold(visible(path))}: ${messages.summary(counts)}\n`);
    },
    end() {
      if (several) out(`${colors.bold(messages.total(documents))}: ${messages.summary(total)}\n`);
    },
  };
};
