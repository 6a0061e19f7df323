import { discoverContactFolders } from '../contact/discover-contact-folders.ts';
import type { GraphPiece } from './piece-kind.ts';

const root = (user: string) => `${user}/contactFolders`;
const item = (user: string, remoteId: string) => `${root(user)}/${encodeURIComponent(remoteId)}`;

/** A folder of contacts, at whatever depth a person moved it to. */
export const contactFolderPiece: GraphPiece = {
  list: async (user, ask) => (await discoverContactFolders(user, ask)).map(({ remoteId, name }) => ({ remoteId, name })),
  home: root,
  body: (displayName) => ({ displayName }),
  item,
  contents: (user, remoteId) => [`${item(user, remoteId)}/contacts?$top=1&$select=id`, `${item(user, remoteId)}/childFolders?$top=1`],
};
