import { expect, it } from 'vitest';
import { ann, smallWorld } from '../testing/small-world.ts';

const categories = `/users/${ann}/outlook/masterCategories`;

it('start with six, take a new name once, and keep the name for ever', async () => {
  const { call } = smallWorld();
  expect((await call('GET', categories)).body.value).toHaveLength(6);
  const made = await call('POST', categories, { displayName: 'Salesforce', color: 'Preset9' });
  expect(made.body).toMatchObject({ displayName: 'Salesforce', color: 'preset9' });
  expect((await call('POST', categories, { displayName: 'salesforce' })).status).toBe(409);
  expect((await call('PATCH', `${categories}/${made.body.id}`, { displayName: 'x' })).status).toBe(400);
  expect((await call('PATCH', `${categories}/${made.body.id}`, { color: 'preset1' })).body.color).toBe('preset1');
  expect((await call('DELETE', `${categories}/${made.body.id}`)).status).toBe(204);
  expect((await call('GET', `${categories}/${made.body.id}`)).status).toBe(404);
});
