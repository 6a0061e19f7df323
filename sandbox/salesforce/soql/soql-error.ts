import { SalesforceError } from '../salesforce-error.ts';

/** An error about a place in a query, worded as the real one: the text around it, a caret under it, row and column, then what is wrong. */
export function soqlError(errorCode: string, message: string, text: string, at: number): SalesforceError {
  const before = text.slice(0, at);
  const row = before.split('\n').length;
  const column = at - (before.lastIndexOf('\n') + 1) + 1;
  const line = text.split('\n')[row - 1] ?? '';
  const start = Math.max(0, column - 1 - 50);
  const shown = line.slice(start, column - 1 + 50);
  const caret = `${' '.repeat(column - 1 - start)}^`;
  return new SalesforceError(400, errorCode, `\n${shown}\n${caret}\nERROR at Row:${row}:Column:${column}\n${message}`);
}
