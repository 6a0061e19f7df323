import { words } from './words.ts';

/** The one question before the first preview: what to sync. */
export const firstChoiceText = words(
  {
    title: 'What should sync?',
    intro: 'Nothing has been synchronized yet. This can be changed at any time under Sync settings.',
    contact: 'Contacts',
    event: 'Meetings',
    task: 'Tasks',
    email: 'E-mail',
    both: 'both ways',
    up: 'Outlook to Salesforce only',
    down: 'Salesforce to Outlook only',
    none: 'not at all',
    'email-up': 'Outlook to Salesforce',
    trigger: 'What goes to Salesforce by itself',
    everything: 'everything',
    category: 'what I mark with the category or put into its folder',
    saved: 'only what I save',
    mixed: 'as it is set for each kind',
    held: 'set by your administrator',
    save: 'Save and show what would happen',
    done: 'Saved. The preview is made anew.',
    'not-saved': 'Not saved: {reason}',
    refused:
      '{count, plural, one {One choice was not taken: it is set elsewhere.} other {# choices were not taken: they are set elsewhere.}}',
  },
  () => import('./first-choice.de.ts'),
);
