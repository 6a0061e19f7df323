import { words } from './words.ts';

/**
 * Notices of the ribbon command in Outlook. A notice takes at most 150 characters, values included; longer ones throw
 * (Office.NotificationMessageDetails).
 */
export const ribbonText = words(
  {
    progress: 'Syncing this mailbox…',
    started: 'Syncing with Salesforce. You can keep working.',
    joined: 'A sync with Salesforce is already running. You can keep working.',
    'too-soon': 'Not started: synced a moment ago. Try again after {time}.',
    off: 'Not started: sync is off for this mailbox. Open Lockstep to see why.',
    'signed-out': 'Not started: sign in first. Open Lockstep in the ribbon.',
    unreachable: 'Not started: the Lockstep service cannot be reached. Outlook and Salesforce are untouched.',
    'no-mailbox': 'Not started: this mailbox is not set up in Lockstep.',
    trouble: 'Not started: {reason}',
    open: 'Open Lockstep',
    'open-tip': 'Shows who this is in Salesforce and how your mailbox stands.',
    'force-sync': 'Force sync',
    'force-sync-tip': 'Sync this mailbox with Salesforce now',
    description:
      'Lockstep keeps your contacts and calendar in step with Salesforce. It shows who wrote to you, whether an item is in Salesforce and why not, and lets you sync at once.',
  },
  () => import('./ribbon.de.ts'),
);
