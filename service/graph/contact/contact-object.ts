import type { GraphObject } from '../graph-object.ts';
import { odataText, stampBody, stampFilter } from '../stamp.ts';
import { withQuery } from '../with-query.ts';
import { discoverContactFolders } from './discover-contact-folders.ts';

/** Outlook contacts, one delta listing per folder. A create has no transactionId: the stamp is looked for before it is repeated. */
export const contactObject: GraphObject = {
  kind: 'contact',
  discover: discoverContactFolders,
  firstPage: (user, { remoteId }, select) =>
    withQuery(`${user}/contactFolders/${encodeURIComponent(remoteId)}/contacts/delta`, select ? { $select: select.join(',') } : {}),
  item: (user, remoteId) => `${user}/contacts/${encodeURIComponent(remoteId)}`,
  items: (user) => `${user}/contacts`,
  query: (path, select) => withQuery(path, select ? { $select: select.join(',') } : {}),
  filter: (by, value) => (by === 'email' ? `emailAddresses/any(a:a/address eq ${odataText(value)})` : stampFilter(value)),
  createExtras: stampBody,
  createIsRepeatable: false,
};
