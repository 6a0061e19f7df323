import { expect, it } from 'vitest';
import { SyncFailure } from '../../core/model/index.ts';
import { createMappingDesk } from './mapping-desk.ts';

type Parts = Parameters<typeof createMappingDesk>[0];
const place = { customerId: 'c', organizationId: 'o' };

/** An organization whose users answer so, in this order; who was asked. */
const desk = (answers: readonly SyncFailure['error'][]) => {
  const asked: string[] = [];
  const parts = {
    books: {
      connectedUsers: async () => answers.map((_, index) => `user-${index}`),
      facts: async () => ({ user: {}, customer: { tenantId: 't' } }),
    },
    providers: {
      salesforce: async ({ userId }: { userId: string }) => {
        asked.push(userId);
        throw new SyncFailure(answers[asked.length - 1] as SyncFailure['error']);
      },
    },
  };
  return { asked, describe: () => createMappingDesk(parts as unknown as Parts).describe(place) };
};
const ended = { kind: 'sign-in', final: true, side: 'salesforce', code: 'invalid_grant', message: '' } as const;
const broken = { kind: 'bug', code: '500', message: '' } as const;

it('one user whose sign-in ended does not hide the org from the others', async () => {
  const { asked, describe } = desk([ended, broken]);
  expect(await describe()).toEqual({ ok: false, code: 'provider_failed' });
  expect(asked).toEqual(['user-0', 'user-1']);
});

it('where nobody can sign in, or nobody is connected, it is not connected; hundreds are not asked', async () => {
  const { asked, describe } = desk(Array.from({ length: 300 }, () => ended));
  expect(await describe()).toEqual({ ok: false, code: 'not_connected' });
  expect(asked).toHaveLength(5);
  expect(await desk([]).describe()).toEqual({ ok: false, code: 'not_connected' });
});
