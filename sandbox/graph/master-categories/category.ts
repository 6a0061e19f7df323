import { refusals } from '../http/refusals.ts';
import type { GraphStore } from '../store/graph-store.ts';

/** An entry of the mailbox's colour list. Items carry categories by name, also ones that are not in this list. */
export interface Category {
  id: string;
  displayName: string;
  color: string;
}
export const categoryColors = ['none', ...Array.from({ length: 25 }, (_, i) => `preset${i}`)];

const first = ['Red', 'Orange', 'Yellow', 'Green', 'Blue', 'Purple'];
const firstColors = ['preset0', 'preset1', 'preset3', 'preset4', 'preset7', 'preset8'];

/** A mailbox starts with the six that Outlook makes. */
export function categoriesOf(store: GraphStore, owner: string): Category[] {
  return (
    store.categories.get(owner) ??
    first.map((name, i) => ({
      id: `${owner.slice(0, 24)}00000000000${i}`,
      displayName: `${name} category`,
      color: firstColors[i] ?? 'none',
    }))
  );
}

export function findCategory(categories: Category[], id: string | undefined): Category {
  const found = categories.find((category) => category.id.toLowerCase() === id?.toLowerCase());
  if (!found) throw refusals.itemNotFound();
  return found;
}
