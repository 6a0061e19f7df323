import { createHash } from 'node:crypto';
import { objectMaps } from '../../core/mapping/index.ts';
import { explainItem, type ItemRef } from '../../service/lanes/explain-item.ts';
import { policyOf } from '../../service/lanes/policy-of.ts';
import { itemBooks } from '../../service/store/index.ts';
import type { Scene } from './open-scene.ts';

/** "Why?" of one item of a lane; `opened` hears of each side that was asked for it. */
export function explain(scene: Scene, userId: string, item: ItemRef, opened: string[] = []) {
  const mailbox = { customerId: scene.customerId, userId };
  const { ids, clock, providers } = scene.parts;
  const books = itemBooks(scene.store);
  return explainItem(
    {
      books,
      maps: objectMaps,
      hash: (text) => createHash('sha256').update(text).digest('hex'),
      ids,
      clock,
      ask: async (_mailbox, wanted, use) => {
        opened.push(wanted);
        const facts = await books.facts(mailbox);
        const signal = new AbortController().signal;
        return use((await providers.open(facts, policyOf(facts, clock.now()), objectMaps, signal, 'person'))[wanted]);
      },
    },
    mailbox,
    item,
  );
}
