import type { ZodError } from 'zod';
import type { ProblemField, ProblemFieldCode } from '../../../core/contract/index.ts';

type ZodIssue = ZodError['issues'][number];

const todoFor = (issue: ZodIssue): string => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'Leave it out, or see /api/openapi.json for the fields that there are.';
    case 'invalid_type':
      return `Send a value of type ${issue.expected}.`;
    case 'invalid_value':
      return `Send one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `Send at least ${issue.minimum}.`;
    case 'too_big':
      return `Send at most ${issue.maximum}.`;
    case 'invalid_format':
      return `Send a valid ${issue.format}.`;
    case 'custom':
      return issue.params?.twin === undefined ? 'Correct it.' : 'Leave one of the two out.';
    default:
      return 'Correct it.';
  }
};

type Coded = { code: ProblemFieldCode; values: Record<string, string> };

/** What a limit counts: letters of a text, entries of a list, or the number itself. */
const measures = {
  string: { too_small: 'field_too_short', too_big: 'field_too_long' },
  array: { too_small: 'field_too_few', too_big: 'field_too_many' },
  number: { too_small: 'field_too_small', too_big: 'field_too_large' },
} as const;
const measureOf = (origin: string) => measures[origin === 'string' || origin === 'array' ? origin : 'number'];

const coded = (issue: ZodIssue): Coded | undefined => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { code: 'field_unknown', values: {} };
    case 'invalid_type':
      return { code: 'field_type', values: { expected: issue.expected } };
    case 'invalid_value':
      return { code: 'field_choice', values: { choices: issue.values.map(String).join(', ') } };
    case 'too_small':
      return { code: measureOf(issue.origin)[issue.code], values: { limit: String(issue.minimum) } };
    case 'too_big':
      return { code: measureOf(issue.origin)[issue.code], values: { limit: String(issue.maximum) } };
    case 'invalid_format':
      return { code: 'field_format', values: { format: issue.format } };
    case 'custom':
      return typeof issue.params?.twin === 'string' ? { code: 'field_twice', values: { twin: issue.params.twin } } : undefined;
    default:
      return undefined;
  }
};

/** Fields that people expect and that are left out on purpose: the reason in place of "no such field". */
const refusedOnPurpose: Readonly<Record<string, Pick<ProblemField, 'what' | 'todo'>>> = {
  password: {
    what: 'No password is taken for a mailbox: Microsoft 365 lets no application in by password any more (basic authentication ended)',
    todo: 'Leave it out. The person connects the mailbox by signing in: POST /api/users/{id}/connections/mailbox.',
  },
};

/** What zod found, in the words of the API: "body.email" · what is wrong · what to do. At most twenty, the rest would help nobody. */
export const describeIssues = (part: string, error: ZodError): ProblemField[] =>
  error.issues.slice(0, 20).flatMap((issue) => {
    const where = [part, ...issue.path.map(String)].join('.');
    if (issue.code !== 'unrecognized_keys') return [{ where, what: issue.message, todo: todoFor(issue), ...coded(issue) }];
    return issue.keys.slice(0, 20).map((key) => ({
      where: `${where}.${key}`.slice(0, 200),
      what: 'There is no such field',
      todo: todoFor(issue),
      ...(key in refusedOnPurpose ? {} : coded(issue)),
      ...refusedOnPurpose[key],
    }));
  });
