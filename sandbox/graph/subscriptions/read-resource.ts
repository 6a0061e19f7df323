import { findFolder } from '../contact-folders/folder-id.ts';
import type { Call } from '../http/call.ts';
import { checkMailbox, checkPermission } from '../http/check-rights.ts';
import { refusals } from '../http/refusals.ts';
import { findMailFolder } from '../mail-folders/mail-folder-id.ts';
import type { Subscription } from './subscription.ts';

type Watched = Pick<Subscription, 'owner' | 'watches' | 'folder'>;
const rights = { contacts: 'Contacts.Read', events: 'Calendars.Read', messages: 'Mail.Read' } as const;

/**
 * users/{id}/contacts|events|messages, contactFolders/{id}/contacts, mailFolders/{id}/messages. Not calendarView. The caller must have the
 * right to read what it watches.
 */
export function readResource(call: Call, resource: string): Watched {
  const path = resource.replace(/^\/+/, '').replace(/\('([^']*)'\)/g, '/$1');
  const own = call.caller.kind === 'delegated' ? `users/${call.caller.userId}` : undefined;
  const [users, name = '', ...rest] = (own ? path.replace(/^me(?=\/)/i, own) : path).split('/');
  const last = rest.at(-1)?.toLowerCase() ?? '';
  if (users?.toLowerCase() !== 'users' || !isWatchable(last)) throw unsupported(resource);
  checkPermission(call.caller, rights[last]);
  const user = call.store.findUser(decodeURIComponent(name));
  if (!user?.mail) throw refusals.noSuchMailbox();
  checkMailbox(call.caller, call.store, user.id);
  const mailbox = call.store.mailbox(user.id);
  const [container, folder = ''] = rest;
  if (rest.length === 1) return { owner: user.id, watches: last, folder: undefined };
  if (rest.length !== 3) throw unsupported(resource);
  if (container?.toLowerCase() === 'contactfolders' && last === 'contacts')
    return { owner: user.id, watches: last, folder: findFolder(mailbox, folder) };
  if (container?.toLowerCase() === 'mailfolders' && last === 'messages')
    return { owner: user.id, watches: last, folder: findMailFolder(mailbox, folder) };
  throw unsupported(resource);
}

function isWatchable(name: string): name is keyof typeof rights {
  return Object.hasOwn(rights, name);
}
function unsupported(resource: string) {
  return refusals.invalidRequestCode(`The resource '${resource}' is not supported for change notifications.`);
}
