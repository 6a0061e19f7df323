import { formatMessage } from './format-message.ts';
import { type Locale, words } from './words.ts';

/** A refused request as the service describes it. */
export interface SaidProblem {
  code: string;
  detail: string;
  errors?: readonly SaidField[] | undefined;
}
interface SaidField {
  where: string;
  what: string;
  code?: string | undefined;
  values?: Readonly<Record<string, string>> | undefined;
}

/** English is what the service says itself, with its names and numbers: no page carries it a second time. Others are said by the code. */
const beside = words<string>({}, () => import('./problems.de.ts'));

const sayField = (said: Readonly<Record<string, string>>, field: SaidField, locale: Locale): string => {
  const rule = said[field.code ?? ''];
  const { where } = field;
  return rule === undefined ? `${where}: ${field.what}` : formatMessage(rule, { ...field.values, where }, locale);
};

/** Why the service did not do it, in the reader's language; in its own words where that language has none for the code. */
export const sayProblem = (problem: SaidProblem, locale: Locale): string => {
  const said = beside[locale];
  const reason = said[problem.code];
  if (reason === undefined) return problem.detail;
  return [reason, ...(problem.errors ?? []).map((field) => sayField(said, field, locale))].join(' ');
};
