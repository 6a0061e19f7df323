import fc from 'fast-check';
import { command, index, pick, who } from './command.ts';

const files = fc.tuple(who, index, fc.boolean()).map(([by, at, out]) =>
  command(`outlook.file(${by}, contact ${at}, ${out ? 'Friends' : 'Contacts'})`, (real) => {
    const { mailbox } = real.person(by);
    const [friends] = mailbox.places.contactFolders();
    const item = friends && pick(out ? mailbox.contacts() : mailbox.contacts(friends.id), at);
    if (item) mailbox.moveContact(item.id, out ? friends.id : 'contacts');
  }),
);

const errands = who.map((by) =>
  command(`outlook.create(${by}, task in Errands)`, (real) => {
    const { mailbox } = real.person(by);
    // The first two are Outlook's own.
    const [, , list] = mailbox.places.taskLists();
    if (!list) return;
    const name = real.name();
    mailbox.addTask({ title: name }, list.id);
    real.book(by).made(name, 'outlook', real.now());
  }),
);

/** What lies in other folders and lists than Outlook's own. A task that changes its list is another one, with another id; a contact stays itself. */
export const placeCommands = [files, errands];
