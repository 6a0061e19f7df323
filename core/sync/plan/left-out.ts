import type { LeftOut } from '../../mapping/index.ts';
import { type Link, type Observation, reasonInfo } from '../../model/index.ts';
import type { IssueNote } from '../ports/lane-store.ts';

/** One issue for the fields of an item that cannot be written on the other side, where a person can do something about one of them. */
export function leftOutIssue(item: Observation, link: Link | null, left: readonly LeftOut[]): IssueNote[] {
  const wanted = left.filter((one) => one.required || reasonInfo(one.reason).severity !== 'note');
  const [first] = wanted;
  if (!first) return [];
  const detail = { field: first.field, message: first.message, fields: wanted.map((one) => one.field) };
  const { object, side, remoteId } = item;
  return [{ object, side, remoteId, linkId: link?.id ?? null, intentId: null, reason: first.reason, detail }];
}
