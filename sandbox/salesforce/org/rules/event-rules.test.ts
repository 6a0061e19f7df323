import { describe, expect, it } from 'vitest';
import { smallOrg } from '../../testing/small-org.ts';

const at = '2026-11-22T09:00:00Z';

function calendar() {
  const { ada, ben, salesforce, desk } = smallOrg();
  const create = (fields: Record<string, unknown>) => ada.send('POST', 'sobjects/Event', { Subject: 'S', ...fields });
  const read = async (id: string) => (await ada.send('GET', `sobjects/Event/${id}`)).body;
  const made = async (fields: Record<string, unknown>) => {
    const created = await create(fields);
    if (created.status !== 201) throw new Error(created.body[0].message);
    return read(created.body.id);
  };
  return { ada, ben, salesforce, desk, create, read, made };
}

describe('the times of an Event', () => {
  it('follow from start and end, or start and duration', async () => {
    const { made } = calendar();
    expect(await made({ StartDateTime: at, EndDateTime: '2026-11-22T10:30:00+00:00' })).toMatchObject({
      DurationInMinutes: 90,
      ActivityDate: '2026-11-22',
    });
    expect(await made({ ActivityDateTime: at, DurationInMinutes: 45 })).toMatchObject({
      StartDateTime: '2026-11-22T09:00:00.000+0000',
      EndDateTime: '2026-11-22T09:45:00.000+0000',
      ActivityDateTime: '2026-11-22T09:00:00.000+0000',
    });
  });

  it.each([
    [{ StartDateTime: at }, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [DurationInMinutes]'],
    [{ DurationInMinutes: 5 }, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [ActivityDateTime]'],
    [
      { StartDateTime: at, EndDateTime: '2026-11-22T08:00:00Z' },
      'FIELD_INTEGRITY_EXCEPTION',
      'Event end date must be later than the start date: End Date Time',
    ],
    [
      { StartDateTime: at, EndDateTime: '2026-11-22T10:00:00Z', DurationInMinutes: 30 },
      'FIELD_INTEGRITY_EXCEPTION',
      'Duration and end of the event do not agree: End Date Time',
    ],
    [
      { StartDateTime: at, DurationInMinutes: 15 * 1440 },
      'FIELD_INTEGRITY_EXCEPTION',
      "An event can't last longer than 14 days.: Duration",
    ],
    [
      { StartDateTime: 'soon', DurationInMinutes: 5 },
      'JSON_PARSER_ERROR',
      expect.stringContaining('Cannot deserialize instance of datetime'),
    ],
    [
      { StartDateTime: at, ActivityDateTime: '2026-11-22T10:00:00Z', DurationInMinutes: 5 },
      'FIELD_INTEGRITY_EXCEPTION',
      expect.stringContaining('do not agree'),
    ],
    [
      { StartDateTime: at, EndDateTime: '2026-12-22T09:00:00Z' },
      'FIELD_INTEGRITY_EXCEPTION',
      "An event can't last longer than 14 days.: End Date Time",
    ],
    [
      { StartDateTime: at, DurationInMinutes: 5, Recurrence2PatternText: 'RRULE:FREQ=DAILY' },
      'FUNCTIONALITY_NOT_ENABLED',
      expect.any(String),
    ],
    [{ IsAllDayEvent: true }, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [ActivityDate]'],
    [
      { StartDateTime: at, DurationInMinutes: 5, ShowAs: 'Maybe' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'Show Time As: bad value for restricted picklist field: Maybe',
    ],
  ])('are refused as %j', async (fields, errorCode, message) => {
    const { status, body } = await calendar().create(fields);
    expect(status).toBe(400);
    expect(body[0]).toMatchObject({ errorCode, message });
  });

  it('stay within a day where multiday events are off', async () => {
    const { salesforce, create } = calendar();
    salesforce.control.set({ multiDayEvents: false });
    const { body } = await create({ StartDateTime: at, DurationInMinutes: 1441 });
    expect(body[0]).toMatchObject({
      errorCode: 'FIELD_INTEGRITY_EXCEPTION',
      message: expect.stringContaining('Duration must be between 0 and 1440 minutes'),
    });
  });

  it('of a whole day are midnights UTC with an inclusive end', async () => {
    const { made } = calendar();
    const day = '2026-11-22T00:00:00.000+0000';
    expect(await made({ IsAllDayEvent: true, ActivityDate: '2026-11-22' })).toMatchObject({
      StartDateTime: day,
      EndDateTime: day,
      DurationInMinutes: 1440,
      EndDate: '2026-11-22',
    });
    expect(await made({ IsAllDayEvent: true, StartDateTime: at, EndDateTime: '2026-11-24T00:00:00Z' })).toMatchObject({
      StartDateTime: day,
      EndDateTime: '2026-11-24T00:00:00.000+0000',
      DurationInMinutes: 3 * 1440,
    });
    expect(await made({ IsAllDayEvent: true, ActivityDate: '2026-11-22', DurationInMinutes: 2880 })).toMatchObject({
      EndDate: '2026-11-23',
    });
  });

  it('keep the length when only the start moves', async () => {
    const { made, read, ada } = calendar();
    const timed = await made({ StartDateTime: at, DurationInMinutes: 45 });
    await ada.send('PATCH', `sobjects/Event/${timed.Id}`, { StartDateTime: '2026-11-23T12:00:00Z' });
    expect(await read(timed.Id)).toMatchObject({
      EndDateTime: '2026-11-23T12:45:00.000+0000',
      DurationInMinutes: 45,
      ActivityDate: '2026-11-23',
    });
    const whole = await made({ IsAllDayEvent: true, ActivityDate: '2026-11-22', DurationInMinutes: 2880 });
    await ada.send('PATCH', `sobjects/Event/${whole.Id}`, { ActivityDate: '2026-12-01' });
    expect(await read(whole.Id)).toMatchObject({ StartDateTime: '2026-12-01T00:00:00.000+0000', EndDate: '2026-12-02' });
    await ada.send('PATCH', `sobjects/Event/${whole.Id}`, { IsAllDayEvent: false, StartDateTime: at, EndDateTime: '2026-11-22T10:00:00Z' });
    expect(await read(whole.Id)).toMatchObject({ IsAllDayEvent: false, DurationInMinutes: 60 });
  });
});

describe('whom and what an Event is about', () => {
  it('gives it the account, and rows of EventRelation', async () => {
    const { salesforce, made, ada } = calendar();
    const AccountId = salesforce.org.insert('Account', { Name: 'Engines' });
    const WhoId = salesforce.org.insert('Contact', { LastName: 'C', Email: 'c@x.test', AccountId });
    const event = await made({ StartDateTime: at, DurationInMinutes: 5, WhoId });
    expect(event).toMatchObject({ AccountId, WhoCount: 1, WhatCount: 0 });
    const { body } = await ada.soql(
      `SELECT RelationId, IsParent, IsWhat, Relation.Email, Relation.Type, Event.Subject FROM EventRelation WHERE EventId = '${event.Id}'`,
    );
    expect(body.records).toMatchObject([
      { RelationId: WhoId, IsParent: true, IsWhat: false, Relation: { Email: 'c@x.test', Type: 'Contact' }, Event: { Subject: 'S' } },
    ]);
    const who = await ada.soql(`SELECT Who.Name, Who.Type, What.Name FROM Event WHERE Id = '${event.Id}'`);
    expect(who.body.records[0]).toMatchObject({ Who: { Name: 'C', Type: 'Contact' }, What: null });
  });

  it('may not be a lead and something else, nor the wrong kind, nor what is not there', async () => {
    const { salesforce, create } = calendar();
    const WhoId = salesforce.org.insert('Lead', { LastName: 'L', Company: 'C' });
    const WhatId = salesforce.org.insert('Account', { Name: 'A' });
    const base = { StartDateTime: at, DurationInMinutes: 5 };
    expect((await create({ ...base, WhatId, IsPrivate: true })).body[0]).toMatchObject({
      errorCode: 'FIELD_INTEGRITY_EXCEPTION',
      fields: ['IsPrivate'],
    });
    expect((await create({ ...base, WhoId, WhatId })).body[0]).toMatchObject({
      errorCode: 'FIELD_INTEGRITY_EXCEPTION',
      fields: ['WhatId', 'WhoId'],
    });
    expect((await create({ ...base, WhoId: WhatId })).body[0]).toMatchObject({
      errorCode: 'FIELD_INTEGRITY_EXCEPTION',
      message: `Name ID: id value of incorrect type: ${WhatId}`,
    });
    expect((await create({ ...base, WhoId: '0035g0000000zzzAAA' })).body[0]).toMatchObject({ errorCode: 'INVALID_CROSS_REFERENCE_KEY' });
    salesforce.org.delete('Account', WhatId);
    expect((await create({ ...base, WhatId })).body[0]).toMatchObject({ errorCode: 'ENTITY_IS_DELETED', fields: ['WhatId'] });
  });
});

describe('a meeting with invited users', () => {
  it('puts a child into the calendar of each, which follows and goes with the parent', async () => {
    const { made, ada, ben, desk } = calendar();
    const parent = await made({ StartDateTime: at, DurationInMinutes: 30 });
    desk.clock.advance(10_000);
    const invited = await ada.send('POST', 'sobjects/EventRelation', { EventId: parent.Id, RelationId: ben.id });
    expect(invited.status).toBe(201);
    const own = async () =>
      (await ben.soql(`SELECT Id, Subject, IsChild, IsGroupEvent, OwnerId FROM Event WHERE IsChild = true AND OwnerId = '${ben.id}'`)).body
        .records;
    expect(await own()).toMatchObject([{ Subject: 'S', IsChild: true, IsGroupEvent: true }]);
    const after = (await ada.send('GET', `sobjects/Event/${parent.Id}`)).body;
    expect(after).toMatchObject({ IsGroupEvent: true, SystemModstamp: parent.SystemModstamp });
    expect((await ben.send('GET', `sobjects/Event/${parent.Id}`)).status).toBe(200);
    await ada.send('PATCH', `sobjects/Event/${parent.Id}`, { Subject: 'New' });
    expect(await own()).toMatchObject([{ Subject: 'New' }]);
    const [child] = await own();
    expect((await ben.send('PATCH', `sobjects/Event/${child.Id}`, { Subject: 'Mine' })).body[0].errorCode).toBe(
      'FIELD_INTEGRITY_EXCEPTION',
    );
    expect((await ben.send('PATCH', `sobjects/Event/${child.Id}`, { IsReminderSet: true })).status).toBe(204);
    expect((await ada.send('POST', 'sobjects/EventRelation', { EventId: child.Id, RelationId: ada.id })).body[0].errorCode).toBe(
      'FIELD_INTEGRITY_EXCEPTION',
    );
    expect((await ada.send('POST', 'sobjects/EventRelation', { EventId: parent.Id, RelationId: ben.id })).body[0].errorCode).toBe(
      'DUPLICATE_VALUE',
    );
    await ada.send('DELETE', `sobjects/Event/${parent.Id}`);
    expect(await own()).toEqual([]);
    expect((await ada.soql(`SELECT Id FROM EventRelation WHERE EventId = '${parent.Id}'`)).body.totalSize).toBe(0);
  });
});

describe('who sees an Event', () => {
  it('is its owner, those invited and those who see what it is about; nobody else, and a private one only its owner', async () => {
    const { made, ada, ben, salesforce } = calendar();
    const WhoId = salesforce.org.insert('Contact', { LastName: 'C' });
    const alone = await made({ StartDateTime: at, DurationInMinutes: 5 });
    const about = await made({ StartDateTime: at, DurationInMinutes: 5, WhoId });
    const hidden = await made({ StartDateTime: at, DurationInMinutes: 5, IsPrivate: true });
    await ada.send('POST', 'sobjects/EventRelation', { EventId: hidden.Id, RelationId: WhoId });
    const seen = async (id: string) => (await ben.send('GET', `sobjects/Event/${id}`)).status;
    expect([await seen(alone.Id), await seen(about.Id), await seen(hidden.Id)]).toEqual([404, 200, 404]);
    const ids = [alone, about, hidden].map((event) => `'${event.Id}'`).join(',');
    const { body } = await ben.soql(
      `SELECT RecordId, HasReadAccess, HasEditAccess FROM UserRecordAccess WHERE UserId = '${ben.id}' AND RecordId IN (${ids})`,
    );
    expect(body.records.map((row: { HasReadAccess: boolean }) => row.HasReadAccess)).toEqual([true]);
    expect((await ben.send('PATCH', `sobjects/Event/${about.Id}`, { Subject: 'X' })).body[0].errorCode).toBe(
      'INSUFFICIENT_ACCESS_OR_READONLY',
    );
  });
});
