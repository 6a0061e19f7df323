import { describe, expect, test } from 'vitest';
import { SyncFailure } from '../model/index.ts';
import { type Customizer, installCustomization, type Piece, type RememberedPiece, type StandingPiece } from './index.ts';

const wanted: Piece[] = [
  { kind: 'category', name: 'Salesforce' },
  { kind: 'contact-folder', name: 'Salesforce Contacts' },
  { kind: 'task-list', name: 'Salesforce Tasks' },
];

class Killed extends Error {}

/** A mailbox and books that outlive the process, and a process that is killed at its call number `at`, before or after its effect. */
function house() {
  const mailbox: StandingPiece[] = [];
  const books = new Map<string, RememberedPiece>();
  let calls = 0;
  let at = 0;
  let when: 'before' | 'after' = 'before';
  const call = async <T>(effect: () => T): Promise<T> => {
    calls += 1;
    if (calls === at && when === 'before') throw new Killed();
    const result = effect();
    if (calls === at) throw new Killed();
    return result;
  };
  const customizer: Customizer = {
    look: (kinds) => call(() => mailbox.filter((piece) => kinds.includes(piece.kind))),
    create: (piece) =>
      call(() => {
        const made = { ...piece, remoteId: `${piece.kind}-${mailbox.length}` };
        mailbox.push(made);
        return made;
      }),
    rename: (piece, name) => call(() => void Object.assign(mailbox.find((one) => one.remoteId === piece.remoteId) ?? {}, { name })),
    remove: ({ remoteId }) =>
      call(() => {
        mailbox.splice(
          mailbox.findIndex((one) => one.remoteId === remoteId),
          1,
        );
        return 'removed' as const;
      }),
  };
  const save = (piece: RememberedPiece) => call(() => void books.set(piece.kind, piece));
  const install = (hands: Customizer) => installCustomization(hands, { save }, wanted, [...books.values()]);
  const run = (killedAt = 0, how: typeof when = 'before') => {
    calls = 0;
    at = killedAt;
    when = how;
    return install(customizer);
  };
  return { mailbox, books, customizer, install, run, calls: () => calls };
}

describe('installing the customization', () => {
  test('makes each piece once, and asks only for a look when all stands', async () => {
    const { run, mailbox, books, calls } = house();
    await run();
    expect(mailbox.map((piece) => piece.name)).toEqual(wanted.map((piece) => piece.name));
    const before = [...books.values()];
    await run();
    expect(calls()).toBe(1 + wanted.length);
    expect([...books.values()]).toEqual(before);
    expect(before.every((piece) => piece.madeByUs && piece.remoteId !== null)).toBe(true);
  });

  test('what the mailbox refuses is answered, and the rest is put there', async () => {
    const { customizer, mailbox, books, install } = house();
    const full = new SyncFailure({ kind: 'refused', code: 'ErrorQuotaExceeded', message: 'full', fields: [], scope: 'item' });
    const refusing = (kind: string) => ({
      ...customizer,
      create: (piece: Piece) => (piece.kind === kind ? Promise.reject(full) : customizer.create(piece)),
    });
    const { pieces, refused } = await install(refusing('contact-folder'));
    expect(refused).toEqual([{ piece: wanted[1], error: full.error }]);
    expect(mailbox.map((piece) => piece.kind)).toEqual(['category', 'task-list']);
    expect(pieces.map((piece) => piece.kind)).toEqual(['category', 'task-list']);
    expect((await install(customizer)).refused).toEqual([]);
    expect([...books.values()].every((piece) => piece.remoteId !== null)).toBe(true);
    const away = new SyncFailure({ kind: 'bug', code: 'no', message: 'no' });
    await expect(install({ ...customizer, look: () => Promise.reject(away) })).rejects.toThrow(away);
  });

  test('killed between any two lines and begun again, it ends the same', async () => {
    const whole = house();
    await whole.run();
    const total = whole.calls();
    expect(total).toBeGreaterThan(6);
    for (let at = 1; at <= total; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const { run, mailbox, books } = house();
        await expect(run(at, when)).rejects.toThrow(Killed);
        await run();
        expect(
          mailbox.map((piece) => piece.name),
          `${when} ${at}`,
        ).toEqual(wanted.map((piece) => piece.name));
        expect(
          [...books.values()].every((piece) => piece.madeByUs && piece.remoteId !== null),
          `${when} ${at}`,
        ).toBe(true);
      }
    }
  });
});
