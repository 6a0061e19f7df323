import { z } from 'zod';
import type { SyncError } from '../../../core/model/index.ts';
import type { GuestList } from '../../../core/sync/index.ts';
import { AnswerLost } from '../answer-lost.ts';
import { type Asking, askParts, failureOf } from '../ask-parts.ts';
import { classifyError } from '../classify-answer.ts';
import { mostParts, sendComposite } from '../composite.ts';
import { firstError } from '../read-errors.ts';
import { readRowAnswers } from '../read-row-answers.ts';
import { readRows } from '../records.ts';
import type { SalesforceRequest } from '../salesforce-client.ts';
import { queriesOver } from '../soql.ts';
import { askPeople, type KnownPeople, type PeopleQuestion } from './ask-people.ts';
import { type GuestPlan, type GuestRecord, type Invitee, planGuests } from './plan-guests.ts';

type Answer = { linkId: string; error: SyncError | null };

const text = z.string().nullish();
const invitee = z.object({ Id: z.string(), EventId: z.string(), RelationId: z.string(), Status: text });
const record = z.object({ Id: z.string(), OwnerId: text, WhoId: text, WhatId: text, IsPrivate: z.boolean().nullish() });
const mostRows = 200;

/**
 * Makes the lists of invitees as wanted: who the addresses are, what stands there, then the difference, many a request. What stands there is
 * read each time, so that a repetition after a lost answer invites nobody twice. A child Event appears in the calendar of each invited user;
 * the listings leave those out. Salesforce mails nobody for rows made by the API unless a header asks for it, which is never sent.
 */
export async function relateGuests(asking: Asking, known: KnownPeople, lists: readonly GuestList[]): Promise<Answer[]> {
  try {
    const named = lists.flatMap(({ guests, before }) => [...guests, ...before]).map(({ address }) => address);
    const { records, invitees } = await readLists(asking, lists, askPeople(asking, known, named));
    const plans = new Map<string, GuestPlan>();
    for (const list of lists) {
      const found = records.get(list.recordId);
      if (found) plans.set(list.linkId, planGuests(list, found, invitees.get(list.recordId) ?? [], known));
    }
    const errors = await send(asking, plans);
    return lists.map(({ linkId }) => ({ linkId, error: errors.get(linkId) ?? null }));
  } catch (error) {
    const failure = failureOf(error, asking.settings);
    if (failure === null) throw error;
    return lists.map(({ linkId }) => ({ linkId, error: failure }));
  }
}

/** What stands there, and in the same request who is meant. */
async function readLists(asking: Asking, lists: readonly GuestList[], people: PeopleQuestion) {
  const ids = lists.map(({ recordId }) => recordId);
  const events = queriesOver(ids, (list) => `SELECT Id, OwnerId, WhoId, WhatId, IsPrivate FROM Event WHERE Id IN (${list})`, false);
  const rows = queriesOver(
    ids,
    (list) => `SELECT Id, EventId, RelationId, Status FROM EventRelation WHERE IsInvitee = true AND EventId IN (${list})`,
    false,
  );
  const answer = await askParts(asking, [...people.paths, ...events, ...rows]);
  people.learn(answer.parts.slice(0, people.paths.length));
  const parts = answer.parts.slice(people.paths.length);
  const records = parts.slice(0, events.length).flatMap((part) => readRows(part.body, record));
  const invitees = parts.slice(events.length).flatMap((part) => readRows(part.body, invitee));
  return {
    records: new Map<string, GuestRecord>(records.map((one) => [one.Id, one])),
    invitees: Map.groupBy<string, Invitee>(invitees, (row) => row.EventId),
  };
}

/** One row of a write, and the link it is for. */
interface Row {
  linkId: string;
  method: 'POST' | 'PATCH' | 'DELETE';
  sobject: 'EventRelation' | 'Event';
  body: Readonly<Record<string, unknown>>;
}

/** The first error of each link. Rows go 200 a collection; a row that is there already is what was wanted. */
async function send(asking: Asking, plans: ReadonlyMap<string, GuestPlan>): Promise<Map<string, SyncError>> {
  const rows = [...plans].flatMap(([linkId, plan]): Row[] => [
    ...plan.remove.map((Id) => ({ linkId, method: 'DELETE' as const, sobject: 'EventRelation' as const, body: { Id } })),
    ...plan.create.map((body) => ({ linkId, method: 'POST' as const, sobject: 'EventRelation' as const, body })),
    ...plan.update.map((body) => ({ linkId, method: 'PATCH' as const, sobject: 'EventRelation' as const, body })),
    ...(plan.who ? [{ linkId, method: 'PATCH' as const, sobject: 'Event' as const, body: plan.who }] : []),
  ]);
  const groups = [...Map.groupBy(rows, (row) => `${row.method} ${row.sobject}`).values()].flatMap(chunks);
  const errors = new Map<string, SyncError>();
  for (let start = 0; start < groups.length; start += mostParts) {
    const some = groups.slice(start, start + mostParts);
    const { parts } = await sendComposite(asking.client, some.map(requestOf));
    some.forEach((group, index) => {
      const part = parts[index];
      const found = part ? errorsOf(asking, part, group) : [];
      for (const [linkId, error] of found) if (!errors.has(linkId)) errors.set(linkId, error);
    });
  }
  return errors;
}

const chunks = (group: Row[]): Row[][] =>
  Array.from({ length: Math.ceil(group.length / mostRows) }, (_, index) => group.slice(index * mostRows, (index + 1) * mostRows));

function requestOf(group: readonly Row[]): SalesforceRequest {
  const method = group[0]?.method ?? 'PATCH';
  if (method === 'DELETE') {
    const ids = group.map(({ body }) => String(body.Id)).join(',');
    return { method, path: `/composite/sobjects?ids=${ids}&allOrNone=false` };
  }
  const records = group.map(({ sobject, body }) => ({ attributes: { type: sobject }, ...body }));
  return { method, path: '/composite/sobjects', body: { allOrNone: false, records } };
}

/** Already as wanted, whoever made it so. */
const harmless: Readonly<Record<Row['method'], readonly string[]>> = {
  POST: ['DUPLICATE_VALUE'],
  PATCH: [],
  DELETE: ['ENTITY_IS_DELETED'],
};

function errorsOf({ settings }: Asking, part: { status: number; body: unknown }, group: readonly Row[]): [string, SyncError][] {
  const context = { now: settings.clock.now(), random: settings.random() };
  if (part.status >= 300) {
    const error = classifyError(firstError(part.status, part.body), context);
    return group.map(({ linkId }) => [linkId, error]);
  }
  const answers = readRowAnswers(part.body, group.length);
  if (!answers) throw new AnswerLost('the answers of the rows could not be read');
  return group.flatMap(({ linkId, method }, index): [string, SyncError][] => {
    const answer = answers[index];
    if (!answer || 'id' in answer || harmless[method].includes(answer.error.code)) return [];
    return [[linkId, classifyError(answer.error, context)]];
  });
}
