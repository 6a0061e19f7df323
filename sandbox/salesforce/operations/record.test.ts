import { describe, expect, it } from 'vitest';
import { smallOrg } from '../testing/small-org.ts';

describe('one record', () => {
  it('is found and upserted by its external id: 201, 200, and 300 where two match', async () => {
    const { ada, salesforce, base } = smallOrg();
    const path = `sobjects/Event/Lockstep_Key__c/${encodeURIComponent('a/b ü')}`;
    const fields = { Subject: 'S', StartDateTime: '2026-11-22T09:00:00Z', DurationInMinutes: 5 };
    const first = await ada.send('PATCH', path, fields);
    expect([first.status, first.body]).toEqual([201, { id: first.body.id, success: true, errors: [], created: true }]);
    expect((await ada.send('PATCH', path, { Subject: 'T' })).status).toBe(200);
    expect((await ada.send('GET', path)).body).toMatchObject({ Id: first.body.id, Subject: 'T', Lockstep_Key__c: 'a/b ü' });
    expect((await ada.send('PATCH', path, { Lockstep_Key__c: 'x' })).body[0].errorCode).toBe('INVALID_FIELD');
    const second = salesforce.org.insert('Event', { ...fields, Lockstep_Key__c: 'A/B ü', OwnerId: ada.id });
    const two = await ada.send('PATCH', path, { Subject: 'U' });
    expect([two.status, two.body]).toEqual([300, [`${base}/sobjects/Event/${first.body.id}`, `${base}/sobjects/Event/${second}`]]);
  });

  it('answers 304 to who has it, and 412 to who would overwrite what he has not seen', async () => {
    const { ada, salesforce, desk } = smallOrg();
    const id = salesforce.org.insert('Contact', { LastName: 'A' }, ada.id);
    const { headers } = await ada.send('GET', `sobjects/Contact/${id}`);
    const seen = headers.get('Last-Modified') ?? '';
    expect((await ada.send('GET', `sobjects/Contact/${id}`, undefined, { 'If-Modified-Since': seen })).status).toBe(304);
    desk.clock.advance(2_000);
    salesforce.org.update('Contact', id, { Title: 'Theirs' });
    expect((await ada.send('PATCH', `sobjects/Contact/${id}`, { Title: 'Mine' }, { 'If-Unmodified-Since': seen })).status).toBe(412);
    expect((await ada.send('PATCH', `sobjects/Contact/${id}`, {}, { 'If-Unmodified-Since': 'soon' })).status).toBe(400);
    const now = new Date(desk.clock.now()).toUTCString();
    expect((await ada.send('PATCH', `sobjects/Contact/${id}`, { Title: 'Mine' }, { 'If-Unmodified-Since': now })).status).toBe(204);
    // A delete takes no condition: it goes through whatever the header says.
    expect((await ada.send('DELETE', `sobjects/Contact/${id}`, undefined, { 'If-Unmodified-Since': seen })).status).toBe(204);
  });

  it.each([
    ['GET', 'sobjects/Nope/x', 404, 'NOT_FOUND'],
    ['GET', 'sobjects/Contact/x', 404, 'NOT_FOUND'],
    ['GET', 'sobjects/Contact/0035g0000000zzzAAA', 404, 'NOT_FOUND'],
    ['PATCH', 'sobjects/Contact/0035g0000000zzzAAA', 404, 'NOT_FOUND'],
    ['GET', 'nope', 404, 'NOT_FOUND'],
    ['PUT', 'sobjects/Contact', 405, 'METHOD_NOT_ALLOWED'],
    ['GET', 'query', 400, 'MALFORMED_QUERY'],
    ['GET', 'query/nope-2000', 400, 'INVALID_QUERY_LOCATOR'],
    ['POST', 'sobjects/UserRecordAccess', 400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'],
    ['DELETE', 'composite/sobjects', 400, 'MISSING_ARGUMENT'],
    ['GET', '/services/data/v12.0/limits', 404, 'NOT_FOUND'],
    ['GET', `query?q=${'x'.repeat(17_000)}`, 414, 'URI_TOO_LONG'],
  ])('%s %.40s is refused with %d %s', async (method, path, status, errorCode) => {
    const answer = await smallOrg().ada.send(method, path, method === 'GET' || method === 'DELETE' ? undefined : {});
    expect([answer.status, answer.body[0].errorCode]).toEqual([status, errorCode]);
  });

  it('needs a body that is JSON', async () => {
    const { ada, salesforce } = smallOrg();
    const post = (body: string) =>
      salesforce.app.request('/services/data/v62.0/sobjects/Contact', {
        method: 'POST',
        body,
        headers: { Authorization: `Bearer ${ada.token}` },
      });
    for (const body of ['{', '', '[]', '5']) {
      const answer = await post(body);
      expect([answer.status, (await answer.json())[0].errorCode]).toEqual([400, 'JSON_PARSER_ERROR']);
    }
  });
});

describe('describe', () => {
  it('tells what each field is', async () => {
    const { ada } = smallOrg();
    const { body, headers } = await ada.send('GET', 'sobjects/Contact/describe');
    const field = (name: string) => body.fields.find((one: { name: string }) => one.name === name);
    expect(field('LastName')).toMatchObject({ type: 'string', length: 80, nillable: false, createable: true, soapType: 'xsd:string' });
    expect(field('Lockstep_Key__c')).toMatchObject({ externalId: true, unique: true, length: 64, custom: true, idLookup: true });
    expect(field('AccountId')).toMatchObject({ type: 'reference', referenceTo: ['Account'], relationshipName: 'Account' });
    expect(field('LeadSource').picklistValues[0]).toEqual({
      active: true,
      defaultValue: false,
      label: 'Web',
      validFor: null,
      value: 'Web',
    });
    expect(field('MailingAddress')).toMatchObject({ type: 'address', createable: false });
    expect(body.childRelationships).toContainEqual(expect.objectContaining({ childSObject: 'Task', field: 'WhoId' }));
    const again = await ada.send('GET', 'sobjects/Contact/describe', undefined, {
      'If-Modified-Since': headers.get('Last-Modified') ?? '',
    });
    expect(again.status).toBe(304);
    expect((await ada.send('GET', 'sobjects/Contact')).body.objectDescribe.keyPrefix).toBe('003');
    expect((await ada.send('GET', 'sobjects')).body.sobjects.length).toBeGreaterThan(20);
  });
});
