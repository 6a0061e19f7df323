import { describe, expect, it } from 'vitest';
import { createDesk } from '../world/desk.ts';
import { createSalesforce } from './index.ts';

const base = '/services/data/v62.0';

function smallOrg() {
  const desk = createDesk();
  const salesforce = createSalesforce({ desk, url: () => 'http://127.0.0.1:4406' });
  const ada = salesforce.org.insert('User', { Username: 'ada@demo.test', Email: 'ada@demo.test', FirstName: 'Ada', LastName: 'Byron' });
  const token = salesforce.issueToken('ada@demo.test');
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await salesforce.app.request(path.startsWith('/') ? path : `${base}/${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
  const soql = (text: string, path = 'query') => send('GET', `${path}?q=${encodeURIComponent(text)}`);
  return { desk, salesforce, ada, send, soql };
}

describe('the Salesforce emulator', () => {
  it('creates, reads, changes and deletes a record as the REST API does', async () => {
    const { send, soql, ada } = smallOrg();
    const created = await send('POST', 'sobjects/Contact', { LastName: ' Lovelace ', FirstName: 'Ada', Email: 'ada@engines.test' });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({ id: expect.stringMatching(/^003[0-9A-Za-z]{15}$/), success: true, errors: [] });
    expect(created.headers.get('Sforce-Limit-Info')).toBe('api-usage=1/100000');
    const read = await send('GET', `sobjects/Contact/${created.body.id}`);
    expect(read.body).toMatchObject({ Name: 'Ada Lovelace', LastName: 'Lovelace', OwnerId: ada, Phone: null, IsDeleted: false });
    expect(read.body.SystemModstamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
    expect((await send('PATCH', `sobjects/Contact/${created.body.id}`, { Title: '' })).status).toBe(204);
    const found = await soql("SELECT Id, Owner.Email FROM Contact WHERE Email = 'ADA@engines.test'");
    expect(found.body).toEqual({
      totalSize: 1,
      done: true,
      records: [
        {
          attributes: { type: 'Contact', url: `${base}/sobjects/Contact/${created.body.id}` },
          Id: created.body.id,
          Owner: { attributes: { type: 'User', url: `${base}/sobjects/User/${ada}` }, Email: 'ada@demo.test' },
        },
      ],
    });
    expect((await send('DELETE', `sobjects/Contact/${created.body.id}`)).status).toBe(204);
    expect((await send('GET', `sobjects/Contact/${created.body.id}`)).body).toEqual([
      { errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' },
    ]);
    expect((await soql('SELECT Id FROM Contact')).body.totalSize).toBe(0);
    expect((await soql('SELECT Id FROM Contact WHERE IsDeleted = true', 'queryAll')).body.totalSize).toBe(1);
  });

  it('upserts 200 rows by external id, tells the failed rows in their places, and does it fast', async () => {
    const { send } = smallOrg();
    const records = Array.from({ length: 200 }, (_, n) => ({
      attributes: { type: 'Contact' },
      LastName: n === 7 ? '' : `Person ${n}`,
      Email: `p${n}@x.test`,
      Lockstep_Key__c: `key-${n}`,
    }));
    const first = await send('PATCH', 'composite/sobjects/Contact/Lockstep_Key__c', { records });
    expect(first.status).toBe(200);
    expect(first.body[7]).toEqual({
      success: false,
      errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [LastName]', fields: ['LastName'] }],
    });
    expect(first.body.filter((row: { created: boolean }) => row.created)).toHaveLength(199);
    const second = await send('PATCH', 'composite/sobjects/Contact/Lockstep_Key__c', { records });
    expect(second.body.filter((row: { created: boolean }) => row.created === false)).toHaveLength(199);
  });

  it('lets later parts of a composite use what earlier ones answered, and takes all back together', async () => {
    const { send, soql } = smallOrg();
    const parts = (lastName: string) => ({
      allOrNone: true,
      compositeRequest: [
        { method: 'POST', url: `${base}/sobjects/Account`, referenceId: 'firm', body: { Name: 'Engines' } },
        { method: 'POST', url: `${base}/sobjects/Contact`, referenceId: 'person', body: { LastName: lastName, AccountId: '@{firm.id}' } },
        { method: 'GET', url: `${base}/query?q=SELECT+Account.Name+FROM+Contact+WHERE+Id='@{person.id}'`, referenceId: 'check' },
      ],
    });
    const failed = await send('POST', 'composite', parts(''));
    expect(failed.body.compositeResponse.map((part: { httpStatusCode: number }) => part.httpStatusCode)).toEqual([400, 400, 400]);
    expect((await soql('SELECT COUNT() FROM Account')).body).toEqual({ totalSize: 0, done: true, records: [] });
    const done = await send('POST', 'composite', parts('Byron'));
    expect(done.body.compositeResponse[2].body.records[0].Account.Name).toBe('Engines');
  });

  it('gives client credentials a token of the integration user, and answers without expires_in', async () => {
    const { salesforce } = smallOrg();
    const { id, secret } = salesforce.client;
    const response = await salesforce.app.request('/services/oauth2/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
    });
    const answer = (await response.json()) as Record<string, string>;
    expect(Object.keys(answer).sort()).toEqual(['access_token', 'id', 'instance_url', 'issued_at', 'scope', 'signature', 'token_type']);
    const limits = await salesforce.app.request(`/${base}/limits`, { headers: { Authorization: `Bearer ${answer.access_token}` } });
    expect(((await limits.json()) as { DailyApiRequests: unknown }).DailyApiRequests).toEqual({ Max: 100_000, Remaining: 99_999 });
  });
});
