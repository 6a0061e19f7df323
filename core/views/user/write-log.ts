import type { Item } from '../../contract/client/index.ts';

export type LogLine = Item<'GET /api/sessions/{id}/log'>;

const columns = ['at', 'kind', 'side', 'object', 'id', 'action', 'reason', 'fields', 'message'] as const;

/** Quoted throughout; what a spreadsheet would take for a formula is marked as text. https://owasp.org/www-community/attacks/CSV_Injection */
const cell = (value: string): string => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

const text = (value: LogLine[(typeof columns)[number]]): string => (Array.isArray(value) ? value.join(' ') : (value ?? ''));

/** A session's log as a file: an object a line, or a table with its head. */
export const writeLog = (lines: readonly LogLine[], kind: 'jsonl' | 'csv'): string => {
  if (kind === 'jsonl') return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return [columns.join(','), ...lines.map((line) => columns.map((name) => cell(text(line[name]))).join(','))]
    .map((row) => `${row}\r\n`)
    .join('');
};
