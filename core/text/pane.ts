import { words } from './words.ts';

/** What only pane and side panel say: how the open item stands, what needs the person, and what is folded away. */
export const paneText = words(
  {
    item: 'Open item',
    'about-item': 'About this item',
    'my-mailbox': 'My mailbox',
    why: 'Why is it synced, or not?',
    'need-you': '{count, plural, one {# item needs you} other {# items need you}}',
    'this-event': 'This meeting',
    'this-contact': 'This contact',
    linked: 'In Salesforce',
    'linked-since': 'changed there {age}',
    'linked-down': 'changed here {age}',
    pending: 'Goes to Salesforce with the next sync',
    paused: 'Waits: something is to be answered first',
    ended: 'No longer connected with Salesforce',
    'not-linked': 'Not in Salesforce',
    conflicts: 'Changed on both sides',
  },
  () => import('./pane.de.ts'),
);
