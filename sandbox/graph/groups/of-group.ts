import type { GroupOperation, MailboxOperation } from '../http/call.ts';

/** What a mailbox's calendar serves, served for a group's: reads only, delegated, under a right of its own. */
export const ofGroup = (operation: MailboxOperation, name: string): GroupOperation => ({
  ...operation,
  of: 'group',
  name,
  right: 'Group.Read',
});
