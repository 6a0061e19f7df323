import { readCursor } from '../answers/cursor.ts';

/** The place after which a list by name goes on. */
export const nameCursor = (list: string, cursor: string | undefined): { name: string; id: string } | undefined => {
  const place = readCursor(list, cursor);
  return place && { name: place.value ?? '', id: place.id };
};
