import { expect, it } from 'vitest';
import { ann, smallWorld } from '../testing/small-world.ts';

it('translates between mutable and immutable ids, leaving out what is not there', async () => {
  const { call } = smallWorld();
  const { id } = (await call('POST', `/users/${ann}/contacts`, { givenName: 'A' })).body;
  const translate = (inputIds: string[], sourceIdType: string, targetIdType: string) =>
    call('POST', `/users/${ann}/translateExchangeIds`, { inputIds, sourceIdType, targetIdType });
  const { value } = (await translate([id, 'x'], 'restId', 'restImmutableEntryId')).body;
  expect(value).toHaveLength(1);
  const back = await translate([value[0].targetId], 'restImmutableEntryId', 'restId');
  expect(back.body.value).toEqual([{ sourceId: value[0].targetId, targetId: id }]);
  // What office.js hands out: no path takes it, and it translates like the other.
  const ews = (await translate([id], 'restId', 'ewsId')).body.value[0].targetId;
  expect([ews, ews === id]).toEqual([id.replaceAll('-', '/').replaceAll('_', '+'), !/[-_]/.test(id)]);
  expect((await translate([ews], 'ewsId', 'restImmutableEntryId')).body.value[0].targetId).toBe(value[0].targetId);
  expect((await translate([id], 'restId', 'entryId')).status).toBe(400);
});

it('lists time zones in both standards', async () => {
  const { call } = smallWorld();
  const names = async (path: string) =>
    (await call('GET', `/users/${ann}/outlook/${path}`)).body.value.map((one: { alias: string }) => one.alias);
  expect(await names('supportedTimeZones')).toContain('W. Europe Standard Time');
  expect(await names("supportedTimeZones(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')")).toContain('Europe/Berlin');
});
