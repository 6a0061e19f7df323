import type { Link, Observation, Reason } from '../../model/index.ts';

/** An item that Lockstep made in the mailbox from a Salesforce record. */
export interface MadeItem {
  link: Link;
  /** As last seen. */
  seen: Observation | null;
  /** A person's edit of it in Outlook was brought to Salesforce once: then what stands there is partly theirs. */
  travelledUp: boolean;
}

/**
 * Whether an item may be taken out of the mailbox, as it stands now: null when it may, else why it stays. Lockstep removes what it made and
 * nobody touched (features.md, decision 6): a person's edit makes it theirs, a meeting with people in it would send them a cancellation, and
 * what cannot be read is not judged.
 */
export function judgeMade({ link, travelledUp }: MadeItem, now: Observation): Reason | null {
  if (now.problem || !now.fields) return 'unreadable';
  const { attendees = [], isOrganizer, type = 'singleInstance' } = now.facts;
  if (isOrganizer === false) return 'attendee-copy';
  if (attendees.length > 0) return 'invitation-guard';
  if (travelledUp || type !== 'singleInstance' || !link.baseOutlook) return 'edit-beats-delete';
  const { fields } = now;
  const edited = Object.entries(link.baseOutlook).some(([name, value]) => fields[name] !== undefined && fields[name] !== value);
  return edited ? 'edit-beats-delete' : null;
}
