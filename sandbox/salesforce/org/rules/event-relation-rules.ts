import { refused } from '../../salesforce-error.ts';
import { addChild } from './event-family.ts';
import type { ObjectRules } from './object-rules.ts';

/** Inviting a user puts a child Event into that user's calendar; taking the invitation back removes it. The parent's SystemModstamp stays. */
export const eventRelationRules: ObjectRules = {
  beforeSave({ org, next, prior, values, writer }) {
    if (!prior) {
      const there = org.store(org.type('EventRelation')).withValue('EventId', String(next.EventId ?? ''));
      if (there.some((row) => row.RelationId === next.RelationId && row.IsDeleted !== true && row.IsInvitee === next.IsInvitee)) {
        throw refused('DUPLICATE_VALUE', 'duplicate value found: this person is already invited to the event', ['RelationId']);
      }
      const parent = org.find(String(next.EventId ?? ''));
      if (parent?.IsChild === true)
        throw refused('FIELD_INTEGRITY_EXCEPTION', 'an event relation cannot be related to a child event', ['EventId']);
      if (parent && typeof next.RelationId === 'string' && next.RelationId.startsWith('005') && next.IsInvitee === true) {
        if (parent.OwnerId !== next.RelationId) next.$child = addChild(org, parent, next.RelationId, writer);
      }
    }
    if ('Status' in values && prior && values.Status !== prior.Status && !('RespondedDate' in values)) next.RespondedDate = org.stamp;
  },
  goesWith(org, row) {
    const child = typeof row.$child === 'string' ? org.find(row.$child) : undefined;
    return child ? [child] : [];
  },
};
