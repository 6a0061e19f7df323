import { words } from './words.ts';

/** The mails that say that a Salesforce org's daily requests are used up, and that it goes on. Sent by the service; no surface shows them. */
export const parkingMailText = words(
  {
    'subject-waits': 'Salesforce org {org}: scheduled synchronization waits',
    'subject-back': 'Salesforce org {org}: synchronization goes on',
    'waits-ours':
      'Lockstep has paused scheduled synchronization with {org}: it leaves the last fifth of the daily requests to people and other software.',
    'waits-spent':
      'Lockstep has paused scheduled synchronization with {org}: the org refuses requests, because those of the day are used up.',
    safe: 'It tries again at {until} (UTC), later at longer intervals. Outlook is read meanwhile, nothing is lost, and the side panel and the task pane go on as far as Salesforce lets them.',
    act: 'Who used how much stands in Lockstep, under Organizations. If this comes often, a Salesforce administrator can add requests (Setup, Company Information) or spare some elsewhere.',
    back: 'Salesforce answers again. What changed meanwhile in Outlook and Salesforce is being taken over.',
    link: 'Open Lockstep: {link}',
  },
  () => import('./parking-mail.de.ts'),
);
