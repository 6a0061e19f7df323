import { afterEach, expect, it, vi } from 'vitest';
import { readWorld } from './read-world.ts';

afterEach(() => vi.unstubAllGlobals());
const answer = (body: unknown, status = 200) => vi.stubGlobal('fetch', async () => Response.json(body, { status }));
const ann = { id: '1', address: 'ann@x.example', displayName: 'Ann', timeZone: 'UTC', calendar: null, salesforce: null };

it('reads who is there, with or without a user in Salesforce', async () => {
  const ben = { ...ann, salesforce: { id: '005', username: 'ben', isActive: true, company: null } };
  answer({ items: [{ ...ann, contacts: 3 }, ben] });
  expect(await readWorld('http://world')).toEqual([ann, ben]);
});

it('says what the world answered where it did not tell', async () => {
  answer({}, 503);
  await expect(readWorld('http://world')).rejects.toThrow('The world at http://world answered 503 to GET /users.');
});

it('does not go on with a person who is not whole', async () => {
  answer({ items: [{ ...ann, address: undefined }] });
  await expect(readWorld('http://world')).rejects.toThrow('address');
});
