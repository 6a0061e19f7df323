import type { Guest, GuestResponse } from '../../../core/model/index.ts';
import type { GuestList } from '../../../core/sync/index.ts';
import type { KnownPeople, Person } from './ask-people.ts';

/** A row of EventRelation: one invitee of one Event. */
export interface Invitee {
  Id: string;
  EventId: string;
  RelationId: string;
  Status?: string | null | undefined;
}

/** What of the Event bears on whom it may be about. */
export interface GuestRecord {
  Id: string;
  OwnerId?: string | null | undefined;
  WhoId?: string | null | undefined;
  WhatId?: string | null | undefined;
  IsPrivate?: boolean | null | undefined;
}

export interface GuestPlan {
  create: { EventId: string; RelationId: string; Status: string; IsInvitee: true }[];
  update: { Id: string; Status: string }[];
  remove: string[];
  /** Whom the Event is about, where it is about nobody yet. */
  who: { Id: string; WhoId: string } | null;
}

/** Salesforce's list knows no maybe: who is not sure has not answered yet. */
const statuses: Readonly<Record<GuestResponse, string>> = { none: 'New', tentative: 'New', accepted: 'Accepted', declined: 'Declined' };

/**
 * What makes the list of one Event as wanted. Invitees that somebody added in Salesforce stay; an answer given there stays while Outlook has
 * none. The first contact among the guests becomes the one that the Event is about, unless it is about somebody already; a lead only where
 * the Event is about nothing else ("cannot specify WhatId with lead WhoId").
 */
export function planGuests(list: GuestList, record: GuestRecord, there: readonly Invitee[], known: KnownPeople): GuestPlan {
  const personOf = ({ address }: Guest): Person | null => {
    const person = known.get(address) ?? null;
    return person?.id === record.OwnerId ? null : person;
  };
  const wanted = new Map(
    (record.IsPrivate ? [] : list.guests).flatMap((guest) => {
      const person = personOf(guest);
      return person ? [[person.id, { guest, person }] as const] : [];
    }),
  );
  const ours = new Set(list.before.flatMap((guest) => personOf(guest)?.id ?? []));
  const invited = new Map(there.map((row) => [row.RelationId, row]));
  const plan: GuestPlan = {
    create: [],
    update: [],
    remove: [],
    who: whoOf(
      record,
      [...wanted.values()].map(({ person }) => person),
    ),
  };
  for (const [RelationId, { guest }] of wanted) {
    const row = invited.get(RelationId);
    const Status = statuses[guest.response];
    if (!row) plan.create.push({ EventId: record.Id, RelationId, Status, IsInvitee: true });
    else if (row.Status !== Status && Status !== 'New') plan.update.push({ Id: row.Id, Status });
  }
  for (const row of there) if (ours.has(row.RelationId) && !wanted.has(row.RelationId)) plan.remove.push(row.Id);
  return plan;
}

function whoOf(record: GuestRecord, people: readonly Person[]): GuestPlan['who'] {
  if (record.WhoId || record.IsPrivate) return null;
  const contact = people.find(({ kind }) => kind === 'Contact');
  const who = contact ?? (record.WhatId ? undefined : people.find(({ kind }) => kind === 'Lead'));
  return who ? { Id: record.Id, WhoId: who.id } : null;
}
