import { expect, it } from 'vitest';
import { ann, smallWorld } from '../testing/small-world.ts';

it("shows the person's zone, takes another that exists, and refuses one that does not", async () => {
  const { call } = smallWorld();
  const settings = `/users/${ann}/mailboxSettings`;
  expect((await call('GET', `${settings}/timeZone`)).body.value).toBe('W. Europe Standard Time');
  expect((await call('PATCH', settings, { timeZone: 'Pacific Standard Time' })).body).toMatchObject({
    timeZone: 'Pacific Standard Time',
    userPurpose: 'user',
  });
  const refused = await call('PATCH', settings, { timeZone: 'Mars' });
  expect([refused.status, refused.body.error.code]).toEqual([400, 'TimeZoneNotSupportedException']);
});
