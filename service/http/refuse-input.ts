import type { ZodError } from 'zod';
import { describeIssues, HttpProblem } from './problems/index.ts';

const parts: Record<string, string> = { json: 'body', param: 'path', query: 'query', header: 'header' };

/** The hook of every validator: what zod refused becomes one problem that names each field. */
export const refuseInput = (result: { success: true } | { success: false; target: string; error: ZodError }): void => {
  if (result.success) return;
  const errors = describeIssues(parts[result.target] ?? result.target, result.error);
  throw new HttpProblem(
    'invalid_input',
    errors
      .map((one) => `${one.where}: ${one.what}`)
      .join('; ')
      .slice(0, 1000),
    { errors },
  );
};
