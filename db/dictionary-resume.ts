/** What the tables and views are for by which a load can be gone on with and checked; part of `DICTIONARY`. */
export const RESUME_VIEWS = {
  v_decisions: {
    summary:
      'One row a decision of a reviewer that holds, with the finding that it is about; without one where that is found no more.',
    columns: {
      decision_id: 'the decision in `decisions`',
      document_id: 'the document in which the finding stands now',
      entity: 'who the document is from; its file name where it does not say',
      year: 'the year that the document is about',
      kind: 'kind of the document',
      key: 'key of the finding, which stays the same in a corrected edition and in later runs',
      decision: '`confirmed` or `dismissed`',
      reason: 'why, in the words of the reviewer',
      decided_by: 'who decided',
      decided_at: 'in UTC',
      link_finding_id: 'the finding in `link_findings`, for findings across documents',
      message_en: 'what was found, in English',
      message_zh: 'what was found, in Chinese',
    },
  },
} as const;

/** See `RESUME_VIEWS`. */
export const RESUME_TABLES = {
  decisions: {
    summary:
      'What reviewers decided about findings, never changed, only added to: the last row of a finding holds. Outlives the documents.',
    columns: {
      entity: 'who the document is from; its file name where it does not say',
      year: 'the year that the document is about',
      kind: 'kind of the document',
      key: 'key of the finding',
      decision: '`confirmed`, `dismissed`, or `withdrawn`: nothing is decided any more',
      reason: 'why, in the words of the reviewer',
      decided_by: 'who decided',
      decided_at: 'in UTC',
    },
  },
  document_counts: {
    summary:
      'How many rows each document was loaded with, written together with them; `duizhang verify` counts again.',
    columns: {
      pages: 'rows in `pages`',
      paragraphs: 'rows in `paragraphs`',
      tables: 'rows in `tables`',
      cells: 'rows in `cells`',
      facts: 'rows in `facts`',
      statements: 'rows in `statements`',
      operands: 'rows in `operands`',
      findings: 'rows in `findings`',
      finding_words: 'rows in `finding_words`',
      finding_operands: 'rows in `finding_operands`',
      finding_statements: 'rows in `finding_statements`',
      errors: 'rows in `errors`',
      document_units: 'rows in `document_units`',
      implied_amounts: 'rows in `implied_amounts`',
    },
  },
} as const;
