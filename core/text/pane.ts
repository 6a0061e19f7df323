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
    'linked-since': 'last change {age}',
    pending: 'Goes to Salesforce with the next sync',
    paused: 'Waits: something is to be answered first',
    ended: 'No longer connected with Salesforce',
    'not-linked': 'Not in Salesforce',
    'not-seen': 'No sync has looked at it yet.',
    'writing-message': 'You are writing this message. Once it is sent, it can be saved to Salesforce.',
    'writing-event': 'This meeting is not saved yet. Once it is, this shows whether it goes to Salesforce.',
    private: 'Private: what is in it stays in Outlook.',
    'series-whole': 'A series. Each of its near meetings goes to Salesforce by itself: open one to see how it stands.',
    'series-one': 'One meeting of a series.',
    invited: 'Somebody else called this meeting: your copy is only read.',
    'other-mailbox': 'This item lies in the mailbox {mailbox}, which is not yours to sync. Who is on it can be looked up all the same.',
    conflicts: 'Changed on both sides',
  },
  () => import('./pane.de.ts'),
);
