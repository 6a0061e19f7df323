import { describe, expect, it } from 'vitest';
import { smallOrg } from '../testing/small-org.ts';

describe('stamps and visibility', () => {
  it('a row that is visible late appears behind the cursor', async () => {
    const { ada, salesforce, desk } = smallOrg();
    salesforce.org.insert('Contact', { LastName: 'Late' }, ada.id, { visibleAfter: 90_000 });
    desk.clock.advance(30_000);
    salesforce.org.insert('Contact', { LastName: 'Soon' }, ada.id);
    const listed = async () =>
      (await ada.soql('SELECT LastName FROM Contact ORDER BY SystemModstamp, Id')).body.records.map(
        (row: { LastName: string }) => row.LastName,
      );
    expect(await listed()).toEqual(['Soon']);
    desk.clock.advance(60_000);
    expect(await listed()).toEqual(['Late', 'Soon']);
  });

  it('an update that is visible late shows the version before it until then', async () => {
    const { ada, salesforce, desk } = smallOrg();
    const id = salesforce.org.insert('Contact', { LastName: 'A', Title: 'Old' }, ada.id);
    desk.clock.advance(5_000);
    salesforce.org.update('Contact', id, { Title: 'New' }, ada.id, { visibleAfter: 60_000 });
    const title = async () =>
      (await ada.soql('SELECT Title FROM Contact WHERE SystemModstamp >= 2020-01-01T00:00:00Z')).body.records.map(
        (row: { Title: string }) => row.Title,
      );
    expect(await title()).toEqual(['Old']);
    desk.clock.advance(60_000);
    expect(await title()).toEqual(['New']);
  });

  it('stamps go by the world’s clock, by the second, and say who', async () => {
    const { ada, ben, salesforce, desk } = smallOrg();
    const id = salesforce.org.insert('Contact', { LastName: 'A' }, ada.id);
    desk.clock.advance(3_600_000);
    salesforce.org.update('Contact', id, { Title: 'T' }, ben.id);
    const row = (await ada.send('GET', `sobjects/Contact/${id}`)).body;
    expect(row).toMatchObject({ CreatedById: ada.id, LastModifiedById: ben.id, OwnerId: ada.id, SystemModstamp: row.LastModifiedDate });
    expect(Date.parse(row.LastModifiedDate) - Date.parse(row.CreatedDate)).toBeGreaterThanOrEqual(3_599_000);
  });

  it('a seed may set the audit fields, an API client may not', async () => {
    const { ada, salesforce } = smallOrg();
    const old = '2020-01-02T03:04:05.000+0000';
    const id = salesforce.org.insert('Contact', { LastName: 'A', CreatedDate: old }, ada.id);
    expect((await ada.send('GET', `sobjects/Contact/${id}`)).body).toMatchObject({ CreatedDate: old, SystemModstamp: old });
    expect(
      (await ada.soql('SELECT Id FROM Contact WHERE SystemModstamp <= 2020-01-03T00:00:00Z AND SystemModstamp >= 2020-01-01T00:00:00Z'))
        .body.totalSize,
    ).toBe(1);
    expect((await ada.send('POST', 'sobjects/Contact', { LastName: 'A', CreatedDate: old })).body[0].errorCode).toBe(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
    );
  });
});

describe('the nightly job', () => {
  it('archives activities a year after they ended: by id and queryAll they are still found, and no stamp moves', async () => {
    const { ada, salesforce, desk } = smallOrg();
    const year = 365 * 86_400_000;
    const ended = new Date(desk.clock.now() - year - 86_400_000).toISOString();
    const fields = { Subject: 'S', DurationInMinutes: 5, OwnerId: ada.id };
    const old = salesforce.org.insert('Event', { ...fields, StartDateTime: ended });
    salesforce.org.insert('Event', { ...fields, StartDateTime: desk.clock.iso() });
    const done = salesforce.org.insert('Task', { Subject: 'T', Status: 'Completed', ActivityDate: ended.slice(0, 10), OwnerId: ada.id });
    const count = async (all: boolean) => (await ada.soql('SELECT Id FROM Event', all)).body.totalSize;
    expect([await count(false), await count(true)]).toEqual([2, 2]);
    const { SystemModstamp } = salesforce.org.record(old) ?? {};
    desk.clock.advance(86_400_000);
    expect([await count(false), await count(true)]).toEqual([1, 2]);
    expect((await ada.send('GET', `sobjects/Event/${old}`)).body).toMatchObject({ IsArchived: true, SystemModstamp });
    expect((await ada.soql('SELECT Id FROM Task')).body.totalSize).toBe(0);
    expect((await ada.send('PATCH', `sobjects/Task/${done}`, { Description: 'still open to change' })).status).toBe(204);
  });
});

describe('the conversion of a lead', () => {
  it('leaves the lead pointing to its contact', async () => {
    const { ada, salesforce } = smallOrg();
    const lead = salesforce.org.insert('Lead', { LastName: 'L', Company: 'Engines', Email: 'l@x.test' }, ada.id);
    const { contactId, accountId } = salesforce.org.convertLead(lead, ada.id);
    expect((await ada.send('GET', `sobjects/Lead/${lead}`)).body).toMatchObject({ IsConverted: true, ConvertedContactId: contactId });
    expect((await ada.send('GET', `sobjects/Contact/${contactId}`)).body).toMatchObject({
      Email: 'l@x.test',
      AccountId: accountId,
      OwnerId: ada.id,
    });
    expect(() => salesforce.org.convertLead(lead)).toThrow('converted lead');
  });
});
