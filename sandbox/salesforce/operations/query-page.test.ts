import { describe, expect, it } from 'vitest';
import { smallOrg } from '../testing/small-org.ts';

const contacts = (count: number, more: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, n) => ({ attributes: { type: 'Contact' }, LastName: `P ${n}`, ...more }));

describe('pages of a query', () => {
  it('hold what the query found when it began, for who asked it', async () => {
    const { ada, ben } = smallOrg();
    for (let n = 0; n < 3; n += 1) await ada.send('POST', 'composite/sobjects', { records: contacts(200) });
    const first = await ada.soql('SELECT Id FROM Contact', false, { 'Sforce-Query-Options': 'batchSize=1' });
    expect(first.body).toMatchObject({ totalSize: 600, done: false });
    expect(first.body.records).toHaveLength(200);
    expect(first.body.nextRecordsUrl).toMatch(/^\/services\/data\/v62\.0\/query\/01g[0-9A-Za-z]{15}-200$/);
    expect((await ben.send('GET', first.body.nextRecordsUrl)).body[0].errorCode).toBe('INVALID_QUERY_LOCATOR');
    const second = await ada.send('GET', first.body.nextRecordsUrl);
    const third = await ada.send('GET', second.body.nextRecordsUrl);
    expect([second.body.records.length, third.body.records.length, third.body.done]).toEqual([200, 200, true]);
  });

  it('end with the eleventh open query of a user, and after two days', async () => {
    const { ada, desk } = smallOrg();
    for (let n = 0; n < 2; n += 1) await ada.send('POST', 'composite/sobjects', { records: contacts(200) });
    const open = async () =>
      (await ada.soql('SELECT Id FROM Contact', false, { 'Sforce-Query-Options': 'batchSize=200' })).body.nextRecordsUrl;
    const first = await open();
    let last = first;
    for (let n = 0; n < 10; n += 1) last = await open();
    expect((await ada.send('GET', first)).body[0].errorCode).toBe('INVALID_QUERY_LOCATOR');
    expect((await ada.send('GET', last)).status).toBe(200);
    desk.clock.advance(3 * 86_400_000);
    expect((await ada.send('GET', last)).body[0].errorCode).toBe('INVALID_QUERY_LOCATOR');
  });
});

describe('updated and deleted', () => {
  const span = (from: number, to: number) =>
    `start=${encodeURIComponent(new Date(from).toISOString())}&end=${encodeURIComponent(new Date(to).toISOString())}`;

  it('cut off seconds and say how far they cover', async () => {
    const { ada, salesforce, desk } = smallOrg();
    const id = salesforce.org.insert('Contact', { LastName: 'A' }, ada.id);
    desk.clock.advance(180_000);
    const now = desk.clock.now();
    const { body } = await ada.send('GET', `sobjects/Contact/updated/?${span(now - 600_000, now)}`);
    expect(body).toEqual({ ids: [id], latestDateCovered: expect.stringMatching(/:00\.000\+0000$/) });
    salesforce.org.delete('Contact', id);
    desk.clock.advance(120_000);
    const later = desk.clock.now();
    expect((await ada.send('GET', `sobjects/Contact/deleted?${span(later - 600_000, later)}`)).body.deletedRecords).toMatchObject([{ id }]);
    expect((await ada.send('GET', `sobjects/Contact/updated?${span(later - 600_000, later)}`)).body.ids).toEqual([]);
  });

  it('deleted still names what was emptied out of the recycle bin, where no query finds it', async () => {
    const { ada, salesforce, desk } = smallOrg();
    const id = salesforce.org.insert('Contact', { LastName: 'A' }, ada.id);
    salesforce.org.delete('Contact', id);
    salesforce.org.purge('Contact', id);
    expect((await ada.soql('SELECT Id FROM Contact', true)).body.totalSize).toBe(0);
    expect((await ada.send('GET', `sobjects/Contact/${id}`)).body[0].errorCode).toBe('NOT_FOUND');
    expect(() => salesforce.org.undelete('Contact', id)).toThrow('recycle bin');
    desk.clock.advance(120_000);
    const now = desk.clock.now();
    expect((await ada.send('GET', `sobjects/Contact/deleted?${span(now - 600_000, now)}`)).body.deletedRecords).toMatchObject([{ id }]);
  });

  it.each([
    ['updated', 30_000, 0, 'endDate must be at least one minute greater than startDate'],
    ['updated', 31 * 86_400_000, 0, 'startDate cannot be more than 30 days ago'],
    ['deleted', 16 * 86_400_000, 0, 'startDate cannot be more than 15 days ago'],
  ])('%s refuses a start %d ms ago', async (kind, ago, ahead, message) => {
    const { ada, desk } = smallOrg();
    const now = Math.floor(desk.clock.now() / 60_000) * 60_000 + 45_000;
    const { status, body } = await ada.send('GET', `sobjects/Contact/${kind}?${span(now - ago, now + ahead)}`);
    expect([status, body[0]]).toEqual([400, { errorCode: 'INVALID_REPLICATION_DATE', message }]);
  });
});

describe('columns=true', () => {
  it('answers what the columns are, as the command line client asks for', async () => {
    const { ada } = smallOrg();
    const { body } = await ada.send('GET', 'query?columns=true&q=SELECT+Id,+Account.Name+FROM+Contact');
    expect(body).toMatchObject({
      entityName: 'Contact',
      idSelected: true,
      keyPrefix: '003',
      columnMetadata: [
        { columnName: 'Id', apexType: 'Id' },
        { columnName: 'Account.Name', foreignKeyName: 'Account' },
      ],
    });
  });
});
