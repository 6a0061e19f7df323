import type { GraphStore } from '../store/graph-store.ts';
import type { Category } from './category.ts';

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
