import type { CountedItems, ItemCounts, Reasoned } from './count-items.ts';

const number = new Intl.NumberFormat('en');

/** The counts as lines under `Ready.`: what is in step, what was left and why, what waits for a person. */
export function sayCounts({ mailboxes, sources, linked, left, issues }: ItemCounts): string[] {
  const pairs = linked.map(say).join(', ') || 'nothing yet';
  const lines = [`${number.format(mailboxes)} ${mailboxes === 1 ? 'mailbox' : 'mailboxes'} in step: ${pairs} on both sides.`];
  if (sources > 0) lines.push(`Calendars of Teams and sites that are read, too: ${number.format(sources)}.`);
  if (left.length > 0) lines.push(`Left on one side: ${left.map(sayReason).join(', ')}.`);
  lines.push(issues.length > 0 ? `Issues open: ${issues.map(sayReason).join(', ')}.` : 'No issue is open.');
  return lines;
}

const say = ({ count, object }: CountedItems): string => `${number.format(count)} ${object}${count === 1 ? '' : 's'}`;
const sayReason = (one: Reasoned): string => `${say(one)} (${one.reason})`;
