import type { PieceKind } from '../model/index.ts';
import type { Piece } from './piece.ts';

/** Where a person may put items of an object to mark them, and how the place is called after the category. */
const places: Readonly<Record<string, { kind: PieceKind; word: string }>> = {
  contact: { kind: 'contact-folder', word: 'Contacts' },
  task: { kind: 'task-list', word: 'Tasks' },
  email: { kind: 'mail-folder', word: 'Emails' },
};

/**
 * What the mailbox needs: nothing for objects of which everything travels; the category and the object's place where a person marks items.
 * Names follow the category's: "Salesforce", "Salesforce Contacts". Asks only for settings by name, so it knows each object that has them.
 */
export function wantedPieces(settings: Readonly<Record<string, unknown>>): Piece[] {
  const category = String(settings.category);
  const marked = ['contact', 'event', 'task', 'email'].filter((object) => isMarked(settings, object));
  if (marked.length === 0) return [];
  const own = marked.flatMap((object) => {
    const place = places[object];
    return place ? [{ kind: place.kind, name: placeName(category, place.kind) }] : [];
  });
  return [{ kind: 'category', name: category }, ...own];
}

/** The name of a place, by the category's name. */
export function placeName(category: string, kind: PieceKind): string {
  const place = Object.values(places).find((one) => one.kind === kind);
  return place ? `${category} ${place.word}` : category;
}

function isMarked(settings: Readonly<Record<string, unknown>>, object: string): boolean {
  const trigger = settings[`${object}.trigger`];
  const used = settings[`${object}.up`] === true || settings[`${object}.down`] === true;
  return used && trigger !== undefined && trigger !== 'everything';
}
