import { words } from './words.ts';

/** The request that a person sends to whoever can mend an issue: field, rule and record, ready to be pasted. */
export const requestsText = words(
  {
    subject: 'Please help with “{title}” in Salesforce',
    'subject-outlook': 'Please help with “{title}” in Outlook',
    hello: 'Hello,',
    stuck: 'Lockstep cannot bring “{title}” from the mailbox {mailbox} in step: {reason}.',
    says: 'The exact answer: {message}',
    code: 'Code: {code}',
    field: 'Field: {field}',
    record: 'Record: {url}',
    'need-no-permission': 'Please give me the right to edit this record and this field, or edit it for me.',
    'need-theirs': 'The record {record} belongs to {owner}. Please change or delete it for me, or make me its owner.',
    'need-private-in-salesforce':
      'This meeting is private now. Please remove subject, place, description and invitees of the Event of {owner} ({record}), or delete it.',
    'need-redaction-refused':
      'This meeting is private now, and the Event of {owner} ({record}) still says what it was about. Please remove its subject, place, description and invitees, or delete it; or let me edit it.',
    'need-piece-refused':
      'Please let Lockstep make this category, folder or list in my mailbox: the permission to write there, or room in the mailbox.',
    'need-field-hidden': 'Please let me read and edit this field: field-level security of my profile, or a permission set.',
    'need-field-read-only': 'Please let me edit this field: field-level security of my profile, or a permission set.',
    'need-owner-inactive': 'Please give the record to an active user.',
    'need-refused-by-rule': 'Please tell me which value the rule wants, or let this case pass.',
    'need-field-required': 'Please tell me what belongs into this field, or make it optional.',
    'need-refused-as-duplicate': 'Please merge the two records, or allow this one.',
    'need-any': 'Please have a look at it.',
    after: 'Afterwards “Try again” in Lockstep is enough; nothing else waits for it.',
  },
  () => import('./requests.de.ts'),
);
