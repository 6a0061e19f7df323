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
  {
    progress: 'Dieses Postfach wird synchronisiert …',
    started: 'Der Abgleich mit Salesforce läuft. Sie können weiterarbeiten.',
    joined: 'Ein Abgleich mit Salesforce läuft bereits. Sie können weiterarbeiten.',
    'too-soon': 'Nicht gestartet: Es wurde gerade erst synchronisiert. Ab {time} ist es wieder möglich.',
    off: 'Nicht gestartet: Die Synchronisierung ist ausgeschaltet. Den Grund zeigt Lockstep.',
    'signed-out': 'Nicht gestartet: Bitte melden Sie sich zuerst in Lockstep an.',
    unreachable: 'Nicht gestartet: Der Lockstep-Dienst ist nicht erreichbar. Outlook und Salesforce sind unberührt.',
    'no-mailbox': 'Nicht gestartet: Dieses Postfach ist in Lockstep nicht eingerichtet.',
    trouble: 'Nicht gestartet: {reason}',
    open: 'Lockstep öffnen',
    'open-tip': 'Zeigt, wer das in Salesforce ist und wie Ihr Postfach steht.',
    'force-sync': 'Jetzt synchronisieren',
    'force-sync-tip': 'Dieses Postfach sofort mit Salesforce abgleichen',
    description:
      'Lockstep hält Kontakte und Kalender mit Salesforce im Gleichschritt. Es zeigt, wer Ihnen schreibt, ob ein Eintrag in Salesforce ist und warum gegebenenfalls nicht, und gleicht auf Wunsch sofort ab.',
  },
);
