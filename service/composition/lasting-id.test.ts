import { expect, it } from 'vitest';
import { SyncFailure } from '../../core/model/index.ts';
import { createLastingId } from './lasting-id.ts';

const mailbox = { customerId: 'c', userId: 'ann' };
const away = new SyncFailure({ kind: 'retry-at', at: '2026-11-26T10:00:00.000Z', scope: 'mailbox', code: '503', message: 'busy' });

function open({ known = [] as string[], answer = new Map<string, string>(), fails = false } = {}) {
  const asked: string[] = [];
  const lastingId = createLastingId({
    knows: async (_mailbox, { remoteId }) => known.includes(remoteId),
    outlook: async () => ({
      lastingIds: async ([id = '']) => {
        asked.push(id);
        if (fails) throw away;
        return answer;
      },
    }),
  });
  return { asked, of: (remoteId: string, who = mailbox) => lastingId(who, { object: 'event', remoteId }) };
}

it('asks Exchange once for an id that the books do not have, and each mailbox for itself', async () => {
  const { asked, of } = open({ answer: new Map([['AAM/k+1=', 'AAk1']]) });
  expect([await of('AAM/k+1='), await of('AAM/k+1=')]).toEqual(['AAk1', 'AAk1']);
  await of('AAM/k+1=', { ...mailbox, userId: 'bob' });
  expect(asked).toEqual(['AAM/k+1=', 'AAM/k+1=']);
});

it('asks nothing for an id that the books know', async () => {
  const { asked, of } = open({ known: ['AAk1'] });
  expect([await of('AAk1'), asked]).toEqual(['AAk1', []]);
});

it('hands back what Exchange does not know or cannot be asked for, and asks again the next time', async () => {
  for (const fails of [false, true]) {
    const { asked, of } = open({ fails });
    expect([await of('x'), await of('x'), asked]).toEqual(['x', 'x', ['x', 'x']]);
  }
});

it('asks anew for a conversation each time: its newest message is another one tomorrow', async () => {
  const { asked, of } = open({ answer: new Map([['AAQk1', 'AAk1']]) });
  expect([await of('AAQk1'), await of('AAQk1'), asked.length]).toEqual(['AAk1', 'AAk1', 2]);
});
