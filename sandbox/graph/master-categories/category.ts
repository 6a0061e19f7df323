import { refusals } from '../http/refusals.ts';

/** An entry of the mailbox's colour list. Items carry categories by name, also ones that are not in this list. */
export interface Category {
  id: string;
  displayName: string;
  color: string;
}
export const categoryColors = ['none', ...Array.from({ length: 25 }, (_, i) => `preset${i}`)];

export function findCategory(categories: Category[], id: string | undefined): Category {
  const found = categories.find((category) => category.id.toLowerCase() === id?.toLowerCase());
  if (!found) throw refusals.itemNotFound();
  return found;
}
