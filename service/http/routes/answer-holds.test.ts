import { expect, test } from 'vitest';
import { createFakeApi } from '../../../tests/access/fake-api.ts';
import { type Who, world } from '../../../tests/access/people.ts';

const [first, second, third, foreign] = world.issues;
const organization = `POST /api/organizations/${world.organizations[0]}/holds/answer`;
const customer = `POST /api/customers/${world.customers[0]}/holds/answer`;

async function answer(who: Who, route: string, answered: string, ids: readonly string[], prepare?: string) {
  const api = createFakeApi();
  if (prepare) await api.ask('organization1', prepare, { value: true, mayAdjust: true });
  const { status, json } = await api.ask(who, route, { ids, answer: answered });
  const results = json.results as { refused: string | null }[] | undefined;
  return { status, said: results?.map(({ refused }) => refused), changes: api.changes };
}

test('each is answered by itself, in order and once; what is not there, or not there for the caller, is its own result', async () => {
  expect(await answer('customer1', customer, 'refuse', [first, foreign, third, first, world.users[0]])).toEqual({
    status: 200,
    said: [null, 'not_found', null, 'not_found'],
    changes: [`answerIssue ${first} refuse`, `answerIssue ${third} refuse`],
  });
});

test('of an organization only what waits in its own mailboxes', async () => {
  expect(await answer('customer1', organization, 'refuse', [first, third])).toMatchObject({ said: [null, 'not_found'] });
});

test('mail to people goes out only with an administrator’s yes, and what takes no such answer says so', async () => {
  expect(await answer('partner', customer, 'allow', [second, first])).toMatchObject({
    said: ['not_allowed', null],
    changes: [`answerIssue ${first} allow`],
  });
  const allow = `PUT /api/settings/organization/${world.organizations[0]}/invitations.allowed`;
  expect(await answer('organization1', organization, 'allow', [second])).toMatchObject({ said: ['invitations_not_allowed'], changes: [] });
  expect(await answer('organization1', organization, 'allow', [second], allow)).toMatchObject({ said: [null] });
  expect(await answer('customer1', customer, 'retry', [first])).toMatchObject({ said: ['answer_not_possible'], changes: [] });
});

test('bad input is refused as a whole', async () => {
  expect((await answer('customer1', customer, 'refuse', [])).status).toBe(400);
  expect((await answer('customer1', customer, 'refuse', Array(101).fill(first))).status).toBe(400);
  expect((await answer('customer1', customer, 'choose', [first])).status).toBe(400);
});
