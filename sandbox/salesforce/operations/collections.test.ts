import { describe, expect, it } from 'vitest';
import { smallOrg } from '../testing/small-org.ts';

const contacts = (count: number, more: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, n) => ({ attributes: { type: 'Contact' }, LastName: `P ${n}`, ...more }));
const statuses = (body: { errors: { statusCode: string }[]; success: boolean }[]) =>
  body.map((row) => (row.success ? 'ok' : row.errors[0]?.statusCode));

describe('collections', () => {
  it('take 200 records and no more, in ten runs of one type', async () => {
    const { ada } = smallOrg();
    expect((await ada.send('POST', 'composite/sobjects', { records: contacts(200) })).body).toHaveLength(200);
    expect((await ada.send('POST', 'composite/sobjects', { records: contacts(201) })).body[0]).toMatchObject({
      errorCode: 'EXCEEDED_ID_LIMIT',
    });
    const mixed = Array.from({ length: 11 }, (_, n) => ({
      attributes: { type: n % 2 ? 'Contact' : 'Account' },
      LastName: 'L',
      Name: undefined,
    }));
    expect((await ada.send('POST', 'composite/sobjects', { records: mixed })).body[0]).toMatchObject({ errorCode: 'LIMIT_EXCEEDED' });
    expect((await ada.send('POST', 'composite/sobjects', { records: [{ LastName: 'L' }] })).body[0]).toMatchObject({
      errorCode: 'INVALID_TYPE',
    });
    expect((await ada.send('POST', 'composite/sobjects', {})).status).toBe(400);
  });

  it('answer 200 with the failed rows in their places, or none where all or none was asked', async () => {
    const { ada } = smallOrg();
    const records = [...contacts(1), { attributes: { type: 'Contact' }, Email: 'x' }, ...contacts(1)];
    const some = await ada.send('POST', 'composite/sobjects', { records });
    expect([some.status, statuses(some.body)]).toEqual([200, ['ok', 'INVALID_EMAIL_ADDRESS', 'ok']]);
    const none = await ada.send('POST', 'composite/sobjects', { allOrNone: true, records });
    const rolled = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';
    expect([none.status, statuses(none.body)]).toEqual([200, [rolled, 'INVALID_EMAIL_ADDRESS', rolled]]);
    expect((await ada.soql('SELECT COUNT() FROM Contact')).body.totalSize).toBe(2);
  });

  it('update and delete by id', async () => {
    const { ada, salesforce } = smallOrg();
    const id = salesforce.org.insert('Contact', { LastName: 'A' }, ada.id);
    const changed = await ada.send('PATCH', 'composite/sobjects', {
      records: [
        { attributes: { type: 'Contact' }, id, Title: 'T' },
        { attributes: { type: 'Contact' }, Title: 'T' },
        { attributes: { type: 'Contact' }, id: '0035g0000000zzzAAA', Title: 'T' },
        { attributes: { type: 'Contact' }, id: 'x' },
      ],
    });
    expect(statuses(changed.body)).toEqual(['ok', 'MISSING_ARGUMENT', 'INVALID_CROSS_REFERENCE_KEY', 'MALFORMED_ID']);
    const gone = await ada.send('DELETE', `composite/sobjects?ids=${id},${id}&allOrNone=false`);
    expect(statuses(gone.body)).toEqual(['ok', 'ENTITY_IS_DELETED']);
    expect(gone.body[0]).toEqual({ id, success: true, errors: [] });
  });

  it('refuse a key that stands twice in one upsert, and one that two records have', async () => {
    const { ada, salesforce } = smallOrg();
    for (const Subject of ['A', 'B']) salesforce.org.insert('Task', { Subject, Lockstep_Key__c: 'two', OwnerId: ada.id });
    const records = ['one', 'ONE', 'two', 'three', undefined].map((key) => ({
      attributes: { type: 'Task' },
      Subject: 'S',
      Lockstep_Key__c: key,
    }));
    const { body } = await ada.send('PATCH', 'composite/sobjects/Task/Lockstep_Key__c', { records });
    expect(statuses(body)).toEqual(['DUPLICATE_VALUE', 'DUPLICATE_VALUE', 'DUPLICATE_EXTERNAL_ID', 'ok', 'MISSING_ARGUMENT']);
    expect((await ada.send('PATCH', 'composite/sobjects/Task/Subject', { records })).body[0].errorCode).toBe('NOT_FOUND');
  });

  it('read up to 2,000 by id, with null for what is not there or not for this user', async () => {
    const { ada, ben, salesforce } = smallOrg();
    const own = salesforce.org.insert('Task', { Subject: 'Own', OwnerId: ada.id });
    const other = salesforce.org.insert('Task', { Subject: 'Other', OwnerId: ben.id });
    const { body } = await ada.send('POST', 'composite/sobjects/Task', {
      ids: [own, other, '00T5g0000000zzzAAA'],
      fields: ['Subject', 'IsClosed'],
    });
    expect(body).toEqual([
      { attributes: { type: 'Task', url: `/services/data/v62.0/sobjects/Task/${own}` }, Subject: 'Own', IsClosed: false },
      null,
      null,
    ]);
    expect((await ada.send('GET', `composite/sobjects/Task?ids=${own}&fields=Subject`)).body).toHaveLength(1);
    expect((await ada.send('POST', 'composite/sobjects/Task', { ids: [own], fields: ['Nope'] })).body[0].errorCode).toBe('INVALID_FIELD');
  });
});
