import type { Fault } from '../../db/verify.ts';
import type { ResumeMessages } from './resume.ts';

function faultText(fault: Fault): string {
  switch (fault.kind) {
    case 'integrity':
      return `the file is damaged: ${fault.detail}`;
    case 'foreign-key':
      return `${fault.rows} rows of ${fault.relation} belong to rows of ${fault.parent} that are not there`;
    case 'rows':
      return `document ${fault.document} (${fault.sha256}) has ${fault.found} rows in ${fault.relation}, it was loaded with ${fault.expected}`;
    case 'index':
      return `${fault.relation} has ${fault.found} rows for ${fault.expected} texts`;
    case 'no-path':
      return `document ${fault.document} (${fault.sha256}) stands under no path`;
  }
}

export const resumeEn: ResumeMessages = {
  options: {
    retry: 'read again although nothing changed: what failed, also what was read in part, or all',
    dryRun: 'only say what would be read and why; nothing is written',
    planFormat:
      'form of what is told: for people, or JSON, one a line: every event, or with --dry-run every file',
    watch: 'go on reading what comes and changes, until interrupted',
    settle: 'with --watch: seconds for which a file must not have changed before it is read',
    shard: 'read only part I of N; equal files are in the same part, whatever machine looks at them',
    nul: 'the list on the standard input ("-") is separated by NUL (found out by itself in most cases)',
    decision: 'what was decided',
    reason: 'why; a dismissal needs one',
    by: 'who decided',
  },
  arguments: { key: 'key of the finding, as "findings --format json" prints it' },
  usage: {
    notAShard: (value) => `${value} is no part of a list: write 2/8 for the second of eight`,
    needs: (option, other) => `option ${option} goes only with ${other}`,
    notTogether: (option, other) => `${option} does not go with ${other}`,
    noSuchFinding: (key) => `no finding has the key ${key}`,
    needsReason: 'a dismissal needs a --reason',
  },
  stopping: (seconds) =>
    `stopping: what is under way has ${seconds} s to be finished; once more to stop at once`,
  interrupted: (left) =>
    `interrupted${left > 0 ? `, ${left} of the files found so far not done` : ''}; run the same command again to go on`,
  gone: (path) => `${path}: the file is gone; what was read from it is kept`,
  moreGone: (count) => `and ${count} more files are gone`,
  watching: (seconds) => `watching; files are read ${seconds} s after their last change`,
  parts: (elsewhere) => `${elsewhere} of other parts`,
  goneCount: (gone) => `${gone} gone`,
  why: {
    new: 'new',
    changed: 'changed',
    program: 'other version of duizhang',
    stages: 'a stage has changed',
    config: 'other limits or settings',
    'failed-before': 'failed before by chance',
    retry: 'to be read again',
    unchanged: 'unchanged',
    copy: 'copy',
    gone: 'gone, kept',
    'other-shard': 'other part',
    unreadable: 'cannot be read',
  },
  difference: ({ name, before, now }) => `${name} ${before || '—'} → ${now || '—'}`,
  planned: (read, others) => `${read} to be read, ${others} not; nothing was written`,
  decided: (decision, code, document) => `${document}: ${code} ${decision}`,
  decisions: { confirmed: 'confirmed', dismissed: 'dismissed' },
  foundNoMore: 'found no more',
  fault: faultText,
  moreFaults: (count) => `and ${count} more faults`,
  verified: ({ documents, paths, missingPaths, uncounted, faults }) => {
    const gone = missingPaths > 0 ? ` (${missingPaths} gone)` : '';
    const unknown = uncounted > 0 ? `, ${uncounted} by an older version that did not count their rows` : '';
    return `${documents} documents at ${paths} paths${gone}${unknown}; ${faults === 0 ? 'whole' : `${faults} faults`}`;
  },
};
