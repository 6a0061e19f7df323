import type { ProblemField } from '../../../core/contract/index.ts';
import { HttpProblem } from '../problems/index.ts';

/** Decision 20: a range that ends before it begins, or begins in the future, is refused at the field. */
export const checkRange = (from: string | undefined, to: string | undefined, now: number): void => {
  const errors: ProblemField[] = [];
  if (from !== undefined && Date.parse(from) > now)
    errors.push({ where: 'query.from', what: 'In the future', todo: 'Choose a time that has been.', code: 'field_in_future' });
  if (from !== undefined && to !== undefined && Date.parse(from) > Date.parse(to)) {
    errors.push({ where: 'query.from', what: 'Later than `to`', todo: 'Choose a time before `to`.', code: 'field_after_end' });
  }
  if (errors.length > 0) throw new HttpProblem('invalid_input', errors.map((one) => `${one.where}: ${one.what}`).join('; '), { errors });
};
