import { expect, test } from 'vitest';
import { readOutlookAddress } from './read-outlook-address.ts';

const item = (kind: string, id: string | null, ...emails: string[]) => ({
  kind,
  id,
  subject: null,
  people: emails.map((email) => ({ email, name: null })),
});

test.each([
  ['https://outlook.office.com/mail/inbox/id/AAQkAD%2Fx%3D', item('message', 'AAQkAD/x=')],
  ['https://outlook.office365.com/mail/0/deeplink/read/AAMk', item('message', 'AAMk')],
  ['https://outlook.cloud.microsoft/calendar/item/AAMkEvent', item('event', 'AAMkEvent')],
  ['https://outlook.office.com/people/id/AAMkPerson?email=dana%40acme.example', item('contact', 'AAMkPerson', 'dana@acme.example')],
  [
    'https://outlook.office.com/mail/deeplink/compose?to=dana@acme.example;kim@acme.example',
    { ...item('message', null, 'dana@acme.example', 'kim@acme.example'), composing: true },
  ],
  ['https://outlook.office.com/mail/support@acme.example/inbox/id/AAMk', { ...item('message', 'AAMk'), mailbox: 'support@acme.example' }],
  ['https://outlook.office.com/calendar/0/deeplink/read/AAMkEvent%3D', item('event', 'AAMkEvent=')],
  ['https://outlook.office365.com/owa/?ItemID=AAMk%2Bx%3D&exvsurl=1&viewmodel=ReadMessageItem', item('message', 'AAMk+x=')],
  ['https://outlook.office365.com/owa/?itemid=AAMkEvent%3D&exvsurl=1&path=/calendar/item', item('event', 'AAMkEvent=')],
  ['https://outlook.office365.com/owa/?path=/mail/inbox', null],
  ['https://outlook.office.com/mail/inbox/id/%E0%A4%A', null],
  ['https://outlook.office.com/calendar/view/week', null],
  ['https://outlook.live.com/mail/0/inbox/id/AAQk', null],
  ['https://outlook.office.com/mail/inbox', null],
  ['https://outlook.office.com.evil.example/mail/inbox/id/AAQk', null],
  ['https://example.com/mail/inbox/id/AAQk?email=a@b.example', null],
  ['https://outlook.office.com/mail/?email=%3Cscript%3E', null],
  ['chrome://newtab', null],
  [undefined, null],
])('%s names %j', (address, expected) => {
  expect(readOutlookAddress(address)).toEqual(expected);
});
