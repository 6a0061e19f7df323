import { z } from 'zod';
import type { GraphPiece } from './piece-kind.ts';

const page = z.object({ value: z.array(z.object({ id: z.string(), displayName: z.string() })) });

/** The colour of Salesforce in Outlook's list: light blue. */
const color = 'preset7';
const root = (user: string) => `${user}/outlook/masterCategories`;

/** An entry of the mailbox's colour list. Taking it away leaves the name on the items that carry it. */
export const categoryPiece: GraphPiece = {
  async list(user, ask) {
    const [body] = await ask([{ method: 'GET', path: root(user), repeatable: true }]);
    return page.parse(body).value.map(({ id, displayName }) => ({ remoteId: id, name: displayName }));
  },
  home: root,
  body: (displayName) => ({ displayName, color }),
  item: (user, remoteId) => `${root(user)}/${encodeURIComponent(remoteId)}`,
  contents: () => [],
};
