import { changeKey } from '../ids/change-key.ts';
import type { Row } from '../store/row.ts';
import type { MailboxCall } from './call.ts';
import { refusals } from './refusals.ts';

/** A write with If-Match goes through only on the version that the client has read: else 412. */
export function checkIfMatch(call: MailboxCall, row: Row<unknown>): void {
  const wanted = call.header('if-match');
  if (wanted === undefined || wanted.trim() === '*') return;
  const current = changeKey(call.mailbox.code, row.seq);
  const given = wanted.split(',').map((tag) => tag.trim().replace(/^W\//, '').replaceAll('"', ''));
  if (!given.includes(current)) throw refusals.changedMeanwhile();
}
