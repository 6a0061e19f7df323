import { goneItem, type Intent, type Link, type Observation } from '../../model/index.ts';
import { titled } from '../plan/title-of.ts';
import type { IssueNote } from '../ports/lane-store.ts';
import type { LeftPart } from '../ports/mail.ts';

/** What of a mail stayed in Outlook, one note a reason: the mail itself is saved. */
export function leftParts(intent: Intent & { link: Link }, left: readonly LeftPart[]): IssueNote[] {
  return [...Map.groupBy(left, (part) => part.reason)].map(([reason, parts]) => ({
    object: intent.object,
    side: 'outlook',
    remoteId: intent.link.outlookId,
    linkId: intent.linkId,
    intentId: intent.id,
    reason,
    detail: {
      ...titled({ fields: intent.fields }),
      files: parts.map(({ name, bytes }) => ({ name, bytes })),
      message: parts.map(({ name, message }) => (message ? `${name}: ${message}` : name)).join('\n'),
    },
  }));
}

/** A mail that a look-up did not find any more. */
export const removedMail = (remoteId: string): Observation => goneItem({ side: 'outlook', object: 'email', remoteId });
