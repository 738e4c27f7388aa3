/** What the tables and views of claims across documents are for; part of `DICTIONARY`. */
export const LINK_VIEWS = {
  v_link_findings: {
    summary:
      'One row a finding across documents: the figure that it is shown at, and the one of another document that it is held against.',
    columns: {
      link_finding_id: 'the finding in `link_findings`',
      document_id: 'the document that it is shown at',
      year: 'the year of that document',
      key: 'stays the same in a corrected edition and in later runs',
      message_en: 'what was found, in English',
      message_zh: 'what was found, in Chinese',
      arithmetic: 'the sum in one line',
      stated: 'the stated figure as printed; it may be that of the other document',
      stated_value: 'its exact value',
      unit: 'canonical unit of the values',
      computed: 'what it comes to by the other figures',
      other_document_id: 'the document that it is held against; of several units, the first',
      other_document: 'its file name',
      other_page: 'page of the place in it, from 1 (computed)',
      other_line: 'line of the place in it, from 1 (computed)',
      other_place: 'JSON: the place in it',
      other_quote: 'the sentence or row that it stands in there, as printed',
      explains: 'number of claims that this one cause breaks',
    },
  },
} as const;

/** See `LINK_VIEWS`. */
export const LINK_TABLES = {
  links: {
    summary:
      'Claims that figures of several documents make together (rules R-90): every one that was looked at, with its verdict.',
    columns: {
      link_group: 'the entity that it is about, see `documents`',
      rule: 'code of the rule that makes the claim',
      subject: 'what it is about: year, scope and the keys of its figures',
      year: 'the year of the documents that it is about',
      verdict: '`exact`, `rounding`, `improbable`, `inconsistent` or `unchecked`',
      reason: 'why it is unchecked',
      computed: 'what the operands come to',
      computed_low: 'lowest value that rounding allows',
      computed_high: 'highest value that rounding allows',
    },
  },
  link_documents: {
    summary: 'The documents of a claim; it goes when one of them does.',
    columns: { link_id: 'the claim', document_id: 'a document that it rests on' },
  },
  link_operands: {
    summary: 'The figures of a claim.',
    columns: {
      link_id: 'the claim',
      role: '`stated` or `operand`; of unchecked claims the figures are operands',
      position: 'order inside the role, from 0',
    },
  },
  link_findings: {
    summary: 'What cannot be right across documents: one row a cause.',
    columns: {
      link_id: 'the claim that shows it best',
      key: 'stays the same in a corrected edition and in later runs',
      fact_id: 'the figure that it is shown at',
      other_fact_id: 'the figure of another document that it is held against',
    },
  },
  link_finding_words: {
    summary: 'The words of a finding across documents.',
    columns: {
      finding_id: 'the finding in `link_findings`',
      language: '`en` or `zh`',
      message: 'what was found',
      arithmetic: 'the sum in one line',
    },
  },
  link_finding_links: {
    summary: 'The claims that one finding across documents explains.',
    columns: { finding_id: 'the finding in `link_findings`', link_id: 'the claim' },
  },
  link_groups: {
    summary: 'What is linked with each other, and whether that is done.',
    columns: {
      link_group: 'the entity, see `documents`',
      version: 'version of the program and of linking; empty where documents came or went since',
    },
  },
  document_units: {
    summary: 'The units whose accounts a report says it brings together.',
    columns: {
      name: 'as printed',
      link_group: 'under which its own documents are linked; empty for a name that is not full',
      own: '1 for the own office of the department (本级)',
      whole: '1 where the report names all of them',
    },
  },
  implied_amounts: {
    summary: 'Amounts of earlier years that a text implies: the current amount less the stated change.',
    columns: {
      current_id: 'the current amount',
      change_id: 'the change',
      sign: '1 for an increase, -1 for a decrease',
      year: 'the year of the implied amount',
      phase: '`initial` or `final`: of the implied amount',
    },
  },
} as const;
