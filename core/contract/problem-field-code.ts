/** Which rule a field of a request broke, for those who say it in the reader's language. Closed; a code never changes its meaning. */
export const problemFieldCodes = [
  'field_unknown',
  'field_type',
  'field_choice',
  'field_too_short',
  'field_too_long',
  'field_too_few',
  'field_too_many',
  'field_too_small',
  'field_too_large',
  'field_format',
  'field_in_future',
  'field_after_end',
  'field_unstorable',
  'field_twice',
] as const;
export type ProblemFieldCode = (typeof problemFieldCodes)[number];
