import { createHash } from 'node:crypto';
import { decodeNumber, encodeNumber } from './number-code.ts';

/**
 * Ids of Outlook items, made and read without a table. A mutable id carries how often the item was moved, so it dies on a move;
 * an immutable one (Prefer: IdType="ImmutableId") does not. Folder ids are constant. An occurrence's id adds its original date
 * (days since 1970) to the id of its series.
 */
export type IdKind = 'contact' | 'contactFolder' | 'event' | 'calendar' | 'message' | 'mailFolder' | 'todoList' | 'todoTask';
export interface ItemId {
  kind: IdKind;
  no: number;
  /** undefined in an immutable id */
  moves: number | undefined;
  /** days since 1970 of the original date, for an occurrence */
  day: number | undefined;
}

const kindLetters: Record<IdKind, string> = {
  contact: 'C',
  contactFolder: 'F',
  event: 'E',
  calendar: 'K',
  message: 'M',
  mailFolder: 'L',
  todoList: 'T',
  todoTask: 'D',
};
const kinds = new Map(Object.entries(kindLetters).map(([kind, letter]) => [letter, kind as IdKind]));
const constantKinds = new Set<IdKind>(['contactFolder', 'calendar', 'mailFolder', 'todoList', 'todoTask']);

/** 16 letters that stand for the mailbox in each of its ids. */
export function mailboxCode(userId: string): string {
  return createHash('sha256').update(userId).digest('base64url').slice(0, 16);
}

export function encodeItemId(mailbox: string, id: ItemId): string {
  const tail = kindLetters[id.kind] + encodeNumber(id.no, 6) + (id.day === undefined ? '' : `O${encodeNumber(id.day, 4)}`);
  if (constantKinds.has(id.kind)) return `AAMkA${mailbox}AuAAA${tail}AAA=`;
  if (id.moves === undefined) return `AAkALgAAAAAAHYQD${mailbox}A0A${tail}AA==`;
  return `AAMkA${mailbox}BGAA${encodeNumber(id.moves, 3)}${tail}AAA=`;
}

const shapes = [
  { pattern: /^AAkALgAAAAAAHYQD([\w-]{16})A0A([A-Z])([\w-]{6})(?:O([\w-]{4}))?AA==$/, moves: false },
  { pattern: /^AAMkA([\w-]{16})(?:BGAA([\w-]{3})|AuAAA)([A-Z])([\w-]{6})(?:O([\w-]{4}))?AAA=$/, moves: true },
];

/** undefined: not an id at all (400); an id of another mailbox reads as item number 0, which nobody has (404). */
export function decodeItemId(mailbox: string, text: string): ItemId | undefined {
  for (const shape of shapes) {
    const found = shape.pattern.exec(text);
    if (!found) continue;
    const [owner, moves, letter = '', no = '', day] = shape.moves ? found.slice(1) : [found[1], undefined, ...found.slice(2)];
    const kind = kinds.get(letter);
    if (!kind) return undefined;
    return {
      kind,
      no: owner === mailbox ? decodeNumber(no) : 0,
      moves: moves === undefined ? undefined : decodeNumber(moves),
      day: day === undefined ? undefined : decodeNumber(day),
    };
  }
  return undefined;
}
