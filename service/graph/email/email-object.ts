import type { GraphObject } from '../graph-object.ts';
import { odataText } from '../stamp.ts';
import { withQuery } from '../with-query.ts';
import { discoverMailFolders, findBin } from './discover-mail-folders.ts';

/**
 * Messages, one delta listing per folder, of their frame alone: bodies and files are read when they are sent (mail-source.ts). A listing
 * that begins at a time is asked with a filter, to which Graph then gives at most 5,000 messages (graph/api/message-delta).
 * Nothing is ever written to a mailbox here.
 */
export const emailObject: GraphObject = {
  kind: 'email',
  discover: discoverMailFolders,
  firstPage: (user, { remoteId, window }, select) =>
    withQuery(`${user}/mailFolders/${encodeURIComponent(remoteId)}/messages/delta`, {
      ...(select ? { $select: select.join(',') } : {}),
      ...(window ? { $filter: `receivedDateTime ge ${window.start}` } : {}),
    }),
  item: (user, remoteId) => `${user}/messages/${encodeURIComponent(remoteId)}`,
  items: (user) => `${user}/messages`,
  query: (path, select) => withQuery(path, select ? { $select: select.join(',') } : {}),
  filter: (by, value) => (by === 'message' ? `internetMessageId eq ${odataText(value)}` : null),
  createExtras: () => ({}),
  createIsRepeatable: false,
  bin: findBin,
};
