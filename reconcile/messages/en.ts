import type { DiagnosisKind } from '../../model/audit.ts';
import type { Catalogue } from './catalogue.ts';

const causes: Readonly<Record<DiagnosisKind, string>> = {
  'one-cell': '{suspect} would have to be {suggested}',
  transposed: 'two digits of {suspect} seem exchanged: {suggested}?',
  'dropped-digit': 'a digit of {suspect} seems lost or doubled: {suggested}?',
  scale: '{suspect} seems off by a power of ten (decimal point, or 元 for 万元): {suggested}?',
  sign: '{suspect} seems to have the wrong sign: {suggested}?',
  'wrong-base': 'the rate seems to be taken of another base',
  copied: '{suspect} seems copied from a neighbouring sentence',
  swapped: 'two items seem exchanged',
  complement: '{suspect} seems to be the complement: {suggested}?',
  'prior-year': '{suspect} is the value of the year before: {suggested}?',
  'misplaced-row': '{suspect} seems to stand under the wrong code; under {suggested} both totals would hold',
  'missing-row': 'an item seems to be missing or counted twice',
  'target-as-result': '{suspect} is the target, not the result: {suggested}?',
  undecided: 'more than one figure could be the wrong one',
};

export const en: Catalogue = {
  templates: {
    sum: '{label}: the parts come to {computed}, stated is {stated} (difference {gap})',
    difference: '{label}: the difference comes to {computed}, stated is {stated}',
    ratio: '{label}: the rate comes to {computed}, stated is {stated}',
    equality: '{label}: printed as {stated} here and as {other} elsewhere ({where})',
    order: '{label}: {stated} exceeds {other}',
    count: '{label}: {stated} announced, {count} listed',
    'prior-year': '{label}: the year before comes to {computed} here, but is printed as {stated}',
    'completion-elsewhere':
      '{label}: {stated} of the budget is said to be spent, but another place prints a budget of {budget}; which budget is meant is not said',
    'negative-total': '{label} is negative ({stated})',
    'nature-project':
      '{name} ({item}) holds {stated} of project expenditure, but is customarily basic expenditure only',
    'nature-basic':
      '{name} ({item}) holds {stated} of basic expenditure, but is customarily project expenditure only',
    'over-budget': '{label}: {stated} was spent of a budget of {budget}',
    'parts-over': '{label}: the parts, {computed} together, exceed the whole, {stated}',
    'running-costs': '{label}: {stated} exceeds the operating costs of basic expenditure, {other} ({where})',
    'listed-empty': 'named among the expenditure, but without an amount in the table: {names}',
    'item-missing':
      '{name} ({item}, {stated}) is in the table, but not among the items explained in the text',
    'item-extra': '{name} ({stated}) is explained in the text, but is in no table',
    'full-marks': '{label}: {stated} against a target of {target}, yet full marks ({score} of {points})',
    'part-over':
      '{label}: {stated} within basic expenditure exceeds {other}, the whole of that expense ({where})',
    'spent-counted': '{label} is {stated}, but {counted} is {count}',
    'few-visitors': '{count} of reception, but only {stated}',
    'unusual-each': '{label}: {stated} for {count} is {each}元 each, outside {range}元',
    'zero-base': '{rate} of a budget of 0 ({base}) cannot be',
    grade: 'a score of {score} is not graded {grade}',
    direction: '{words}: the words contradict the figures ({figures})',
    'target-missed': '"{claim}" is claimed, but {indicator} reached {actual} against a target of {target}',
    numbering: 'the number {number} is used twice on one level ({sequence})',
    'date-after': '{date} lies after the publication ({published}), though it is reported as done',
    'date-before': 'dated {date}, before the end of the year reported on ({year})',
    'same-two-years': '{label}: the same amounts ({amounts}) are printed for {years}',
    'unit-mixed': 'the target is in {target}, the result in {actual}',
    'money-units': 'amounts in {units} stand side by side',
    'percent-missing': '"{words}" has a share without %',
    'share-over': 'a share of {share} exceeds 100 %',
    scale: '{label}: {stated} against {other}: about {factor} times, as if by a slip of the unit',
    'code-parent': '{code} belongs to {expected}, printed under {printed}',
    'code-name': '{code} is {expected}, printed as {printed}',
    'code-old': '{printed} is an old name of {expected}',
    'code-twice': '{name} is printed with two codes ({codes})',
    placeholder: 'a placeholder of the template was left: {words}',
    doubled: 'words are doubled: {words}',
    repeated: 'the paragraph is printed twice',
    caption: 'the caption "{caption}" does not fit the table (its header says {header})',
    'copied-purpose': 'the purpose of {item} is that of {from}',
    'copied-reason': 'the reason given for {item} is about {from}',
    'reason-against': '"{change}" – yet the reason given is "{reason}"',
    'code-digits': 'codes of {level} with fewer than {digits} digits: {codes}',
    instruction: 'an instruction of the template was left: {words}',
    unfilled: 'something was not filled in: {words}',
    'heading-year': 'the cover is for {year}, this heading for {other} ({count} such headings)',
    'heading-kind': 'the report is a {kind}, this heading speaks of {other}',
    'no-year': 'no year is printed anywhere in the report',
    'unit-missing':
      'the table states no unit, and none can be taken over: its amounts are not compared with others',
    'unit-inferred': 'the table states no unit; by the amounts in the text it is in {unit}',
    'entity-other': '{name} is named here, {entity} elsewhere',
    'part-missing': 'missing: {part}',
    'element-missing': 'not disclosed: {element}',
    'empty-unsaid': 'the table "{title}" is empty, and nothing says why',
    'empty-filled': '"{claim}" – but the table holds {figure}',
    list: '{stated} announced, {count} listed',
    rounding: '{count} totals of this table differ from their parts by rounding only',
    'link-equal': '{label}: {stated} here, {other} in {document} ({where})',
    'link-prior':
      '{label}: {stated} is printed here for {year}, but the report of that year has {other} ({document}, {where})',
    'link-implied':
      '{label}: {other} and a change of {change} make {computed} for {year}, but the report of that year has {stated} ({document}, {where})',
    'link-carried':
      '{label}: {stated} is carried into the year, but {other} was carried out of {year} ({document}, {where})',
    'link-budget':
      '{label}: {stated} is called the initial budget here, but the budget book of {year} has {other} ({document}, {where})',
    'link-units':
      '{label}: the reports of the {count} units come to {computed}, stated is {stated} (difference {gap})',
    'link-version':
      '{label}: {stated} here, {other} in another version of this document ({document}, {where}); figures that differ: {differing}',
  },
  causes,
  also: 'also explains {count} more',
  computed: '{expression} = {result}',
};
