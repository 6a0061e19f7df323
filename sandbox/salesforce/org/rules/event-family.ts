import type { Row, Value } from '../../schema/index.ts';
import type { Org } from '../org.ts';
import { bareStamps, makeLinked } from './make-linked.ts';
import type { Saving } from './object-rules.ts';

/** A meeting's Event with invited users has one child Event (IsChild) in the calendar of each; `$parent` ties it to its parent. */
const copied = [
  'Subject',
  'Location',
  'StartDateTime',
  'EndDateTime',
  'ActivityDate',
  'ActivityDateTime',
  'EndDate',
  'DurationInMinutes',
  'IsAllDayEvent',
  'Description',
  'WhoId',
  'WhatId',
  'AccountId',
  'IsPrivate',
] as const;

/** With Shared Activities, WhoId and WhatId show as EventRelation rows too. */
export function relateParents({ org, next, prior, writer }: Saving): void {
  const type = org.type('EventRelation');
  for (const [name, isWhat] of [
    ['WhoId', false],
    ['WhatId', true],
  ] as const) {
    const wanted = next[name] ?? null;
    if ((prior?.[name] ?? null) === wanted) continue;
    for (const relation of org.store(type).withValue('EventId', String(next.Id))) {
      const same = relation.IsParent === true && (relation.IsWhat === true) === isWhat && relation.IsDeleted !== true;
      if (same) org.put(type, { ...relation, IsDeleted: true, $deletedAt: org.clock.now(), SystemModstamp: org.stamp });
    }
    if (wanted !== null)
      makeLinked(
        org,
        'EventRelation',
        { EventId: String(next.Id), RelationId: wanted, IsParent: true, IsWhat: isWhat, Status: 'New' },
        writer,
      );
  }
}

/** A change of the parent reaches the children. */
export function followParent({ org, type, next, writer }: Saving): void {
  if (next.IsGroupEvent !== true) return;
  for (const child of childrenOf(org, String(next.Id))) {
    const values = Object.fromEntries(copied.map((name) => [name, next[name] ?? undefined]));
    org.put(type, { ...child, ...values, ...bareStamps(org, writer) });
  }
}

export function addChild(org: Org, parent: Row, userId: string, writer: Saving['writer']): string {
  const values: Record<string, Value> = Object.fromEntries(copied.map((name) => [name, parent[name] ?? null]));
  const type = org.type('Event');
  const child = makeLinked(
    org,
    'Event',
    {
      ...values,
      OwnerId: userId,
      IsChild: true,
      IsGroupEvent: true,
      GroupEventType: '1',
      ShowAs: 'Busy',
      EventSubtype: 'Event',
      $parent: String(parent.Id),
    },
    writer,
  );
  if (parent.IsGroupEvent !== true) org.put(type, { ...parent, IsGroupEvent: true, GroupEventType: '1' });
  return child;
}

function childrenOf(org: Org, parentId: string): Row[] {
  const relations = org.store(org.type('EventRelation')).withValue('EventId', parentId);
  return relations.flatMap((relation) => {
    const child = typeof relation.$child === 'string' ? org.find(relation.$child) : undefined;
    return child && child.IsDeleted !== true ? [child] : [];
  });
}
