import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { exportSPKI, importSPKI, SignJWT } from 'jose';
import { Connection, OAuth2 } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSalesforce, type SalesforceEmulator } from '../../sandbox/salesforce/index.ts';
import { createDesk, type Desk } from '../../sandbox/world/desk.ts';

/** A client that nobody here wrote drives the emulator by its public API, over real HTTP. */
let server: Server;
let url: string;
let desk: Desk;
let salesforce: SalesforceEmulator;
const redirectUri = 'http://127.0.0.1:1/callback';

beforeAll(async () => {
  desk = createDesk();
  salesforce = createSalesforce({ desk, url: () => url });
  server = createServer(getRequestListener(salesforce.app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  salesforce.org.insert('User', { Username: 'ada@demo.test', Email: 'ada@demo.test', FirstName: 'Ada', LastName: 'Demo' });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const connect = () => new Connection({ instanceUrl: url, accessToken: salesforce.issueToken('ada@demo.test'), version: '62.0' });

async function codeFor(oauth2: OAuth2): Promise<string> {
  const response = await fetch(oauth2.getAuthorizationUrl({ scope: 'api refresh_token', login_hint: 'ada@demo.test', state: 's' }), {
    redirect: 'manual',
  });
  const back = new URL(response.headers.get('location') ?? '');
  expect(back.searchParams.get('state')).toBe('s');
  return back.searchParams.get('code') ?? '';
}

describe('jsforce signs in', () => {
  it('by authorization code with PKCE, and refreshes by itself when the session ends', async () => {
    const oauth2 = new OAuth2({
      loginUrl: url,
      clientId: salesforce.client.id,
      clientSecret: salesforce.client.secret,
      redirectUri,
      useVerifier: true,
    });
    const connection = new Connection({ oauth2, instanceUrl: url, version: '62.0' });
    const info = await connection.authorize(await codeFor(oauth2));
    expect(info.organizationId).toBe(salesforce.org.id18);
    const refreshed: string[] = [];
    connection.on('refresh', (token: string) => refreshed.push(token));
    salesforce.control.expireTokens();
    expect((await connection.query('SELECT Id FROM User')).done).toBe(true);
    const identity = await connection.identity();
    expect(identity).toMatchObject({ username: 'ada@demo.test', organization_id: salesforce.org.id18 });
    expect(refreshed).toEqual([connection.accessToken]);
    await connection.oauth2.revokeToken(connection.refreshToken ?? '');
    await expect(connection.oauth2.refreshToken(connection.refreshToken ?? '')).rejects.toMatchObject({
      name: 'invalid_grant',
      message: 'expired access/refresh token',
    });
  });

  it('not with a code verifier that is not its own', async () => {
    const settings = { loginUrl: url, clientId: salesforce.client.id, redirectUri, useVerifier: true };
    const code = await codeFor(new OAuth2(settings));
    await expect(new OAuth2(settings).requestToken(code)).rejects.toMatchObject({
      name: 'invalid_grant',
      message: 'invalid code verifier',
    });
  });

  it('by a signed assertion (JWT bearer)', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const spki = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(await exportSPKI(await importSPKI(spki, 'RS256', { extractable: true }))).toBe(spki.trim());
    salesforce.control.setClient({ certificate: spki });
    const assertion = await new SignJWT({ sub: 'ada@demo.test' })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(salesforce.client.id)
      .setAudience('https://login.salesforce.com')
      .setExpirationTime('3m')
      .sign(privateKey);
    const connection = new Connection({ oauth2: { loginUrl: url }, instanceUrl: url, version: '62.0' });
    await connection.authorize({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
    expect(connection.refreshToken).toBeUndefined();
    expect((await connection.identity()).username).toBe('ada@demo.test');
  });
});

describe('jsforce reads and writes', () => {
  it('creates, retrieves, updates and destroys one record', async () => {
    const connection = connect();
    const created = await connection.sobject('Contact').create({ LastName: 'Byron', Email: 'one@jsforce.test' });
    expect(created).toMatchObject({ success: true, errors: [] });
    const id = created.id ?? '';
    expect(await connection.sobject('Contact').retrieve(id)).toMatchObject({ Id: id, LastName: 'Byron', Name: 'Byron' });
    expect(await connection.sobject('Contact').update({ Id: id, FirstName: 'Ada' })).toMatchObject({ id, success: true });
    expect(await connection.sobject('Contact').destroy(id)).toMatchObject({ id, success: true });
    await expect(connection.sobject('Contact').retrieve(id)).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' });
  });

  it('sends 450 records as collections and reads them back page by page', async () => {
    const connection = connect();
    const records = Array.from({ length: 450 }, (_, n) => ({
      LastName: `Many ${n}`,
      Email: `many${n}@jsforce.test`,
      Lockstep_Key__c: `many-${n}`,
    }));
    const created = await connection.sobject('Contact').create(records, { allowRecursive: true });
    expect(created.filter((row) => row.success)).toHaveLength(450);
    const before = desk.faults.counters['salesforce.queryMore'] ?? 0;
    const options = { autoFetch: true, maxFetch: 1000, scanAll: false, headers: { 'Sforce-Query-Options': 'batchSize=200' } };
    const found = await connection.query("SELECT Id, LastName FROM Contact WHERE Email LIKE 'many%'", options);
    expect(found.totalSize).toBe(450);
    const ids = found.records.map((record) => String(record.Id));
    expect(new Set(ids).size).toBe(450);
    expect((desk.faults.counters['salesforce.queryMore'] ?? 0) - before).toBeGreaterThanOrEqual(2);
    const destroyed = await connection.sobject('Contact').destroy(ids, { allowRecursive: true });
    expect(destroyed.every((row) => row.success)).toBe(true);
    expect((await connection.query('SELECT Id FROM Contact WHERE IsDeleted = true', { scanAll: true })).totalSize).toBeGreaterThanOrEqual(
      450,
    );
  });

  it('upserts by external id, one and many, and tells the failed row in its place', async () => {
    const connection = connect();
    const contacts = connection.sobject('Contact');
    expect(await contacts.upsert({ Lockstep_Key__c: 'u-1', LastName: 'Up' }, 'Lockstep_Key__c')).toMatchObject({
      success: true,
      created: true,
    });
    expect(await contacts.upsert({ Lockstep_Key__c: 'U-1', FirstName: 'Again' }, 'Lockstep_Key__c')).toMatchObject({
      success: true,
      created: false,
    });
    const rows = [{ Lockstep_Key__c: 'u-1', Title: 'T' }, { Lockstep_Key__c: 'u-2' }, { Lockstep_Key__c: 'u-3', LastName: 'New' }];
    const many = await contacts.upsert(rows, 'Lockstep_Key__c');
    expect(many.map((row) => row.success)).toEqual([true, false, true]);
    expect(many[1]?.errors[0]).toMatchObject({ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] });
    salesforce.org.insert('Event', {
      Subject: 'A',
      Lockstep_Key__c: 'twice',
      StartDateTime: '2026-11-22T09:00:00Z',
      DurationInMinutes: 30,
    });
    salesforce.org.insert('Event', {
      Subject: 'B',
      Lockstep_Key__c: 'twice',
      StartDateTime: '2026-11-22T09:00:00Z',
      DurationInMinutes: 30,
    });
    await expect(connection.sobject('Event').upsert({ Lockstep_Key__c: 'twice', Subject: 'C' }, 'Lockstep_Key__c')).rejects.toMatchObject({
      name: 'MULTIPLE_CHOICES',
    });
  });

  it('hears what was changed and deleted since', async () => {
    const connection = connect();
    const { id } = await connection.sobject('Contact').create({ LastName: 'Changed' });
    desk.clock.advance(120_000);
    const now = new Date(desk.clock.now());
    const earlier = new Date(desk.clock.now() - 600_000);
    const updated = await connection.sobject('Contact').updated(earlier, now);
    expect(updated.ids).toContain(id);
    await connection.sobject('Contact').destroy(id ?? '');
    desk.clock.advance(120_000);
    const deleted = await connection.sobject('Contact').deleted(earlier, new Date(desk.clock.now()));
    expect(deleted.deletedRecords).toContainEqual({ id, deletedDate: expect.stringMatching(/\.000\+0000$/) });
    expect(deleted.latestDateCovered).toMatch(/:00\.000\+0000$/);
  });

  it('describes the org and its objects, and keeps count of the limit', async () => {
    const connection = connect();
    const described = await connection.describe('Event');
    expect(described.fields.find((field) => field.name === 'WhoId')).toMatchObject({
      type: 'reference',
      referenceTo: ['Contact', 'Lead'],
      polymorphicForeignKey: true,
    });
    expect(described.fields.find((field) => field.name === 'Subject')).toMatchObject({ type: 'combobox', length: 255 });
    expect((await connection.describeGlobal()).sobjects.find((object) => object.name === 'Contact')).toMatchObject({ keyPrefix: '003' });
    expect((await connection.limits()).DailyApiRequests?.Max).toBe(100_000);
    expect(connection.limitInfo.apiUsage).toMatchObject({ limit: 100_000 });
    expect(await connection.request('/services/data')).toContainEqual({
      label: "Winter '25",
      url: '/services/data/v62.0',
      version: '62.0',
    });
  });

  it('finds by its own query builder, with parents, children and every field, and changes what it found', async () => {
    const connection = connect();
    const AccountId = salesforce.org.insert('Account', { Name: 'Builder & Sons' }, salesforce.org.user('ada@demo.test')?.Id as string);
    await connection.sobject('Contact').create([
      { LastName: 'Zed', AccountId },
      { LastName: 'Abe', AccountId },
    ]);
    const contacts = await connection
      .sobject('Contact')
      .find({ 'Account.Name': { $like: 'Builder%' } }, 'LastName, Account.Name')
      .sort({ LastName: 'DESC' })
      .limit(10);
    expect(contacts).toMatchObject([{ LastName: 'Zed', Account: { Name: 'Builder & Sons' } }, { LastName: 'Abe' }]);
    const [whole] = await connection.sobject('Contact').find({ LastName: 'Abe' }, '*').execute();
    expect(whole).toMatchObject({ Name: 'Abe', IsDeleted: false, AccountId });
    const [account] = await connection
      .sobject('Account')
      .find({ Id: AccountId }, 'Id')
      .include('Contacts')
      .select('LastName')
      .sort({ LastName: 1 })
      .end()
      .execute();
    expect(account).toMatchObject({ Contacts: { records: [{ LastName: 'Abe' }, { LastName: 'Zed' }] } });
    expect(await connection.sobject('Contact').count({ AccountId })).toBe(2);
    // jsforce fills the field's value in, for each record.
    const heir = ['Heir of $', '{LastName}'].join('');
    const changed = await connection.sobject('Contact').find({ AccountId }).update({ Title: heir }, { allowBulk: false });
    expect(changed.every((row) => row.success)).toBe(true);
    expect(await connection.sobject('Contact').findOne({ LastName: 'Zed' }, 'Title')).toMatchObject({ Title: 'Heir of Zed' });
    const retrieved = await connection.sobject('Contact').retrieve(changed.map((row) => String(row.id)));
    expect(retrieved.map((row) => row.AccountId)).toEqual([AccountId, AccountId]);
  });

  it('joins requests into a composite', async () => {
    const connection = connect();
    const answer = await connection.request<{ compositeResponse: { httpStatusCode: number; body: { totalSize?: number } }[] }>({
      method: 'POST',
      url: '/services/data/v62.0/composite',
      body: JSON.stringify({
        compositeRequest: [
          { method: 'POST', url: '/services/data/v62.0/sobjects/Account', referenceId: 'a', body: { Name: 'Composite' } },
          { method: 'GET', url: "/services/data/v62.0/query?q=SELECT Id FROM Account WHERE Id = '@{a.id}'", referenceId: 'b' },
        ],
      }),
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.compositeResponse.map((part) => part.httpStatusCode)).toEqual([201, 200]);
    expect(answer.compositeResponse[1]?.body.totalSize).toBe(1);
  });
});

describe('the clock', () => {
  it('is the world’s in the Date header, from which clients take the server’s time', async () => {
    desk.clock.advance(86_400_000);
    const response = await fetch(`${url}/services/data/v62.0/limits`, {
      headers: { Authorization: `Bearer ${salesforce.issueToken('ada@demo.test')}` },
    });
    const told = Date.parse(response.headers.get('date') ?? '');
    expect(Math.abs(told - desk.clock.now())).toBeLessThan(60_000);
  });
});

describe('jsforce meets faults', () => {
  it('sees a lost answer as a broken connection, though the record is there', async () => {
    desk.faults.set([{ at: 'salesforce.create', nth: 1, do: 'lost-answer' }]);
    const connection = new Connection({
      instanceUrl: url,
      accessToken: salesforce.issueToken('ada@demo.test'),
      version: '62.0',
      maxRequest: 1,
    });
    await expect(connection.sobject('Contact').create({ LastName: 'Lost', Email: 'lost@jsforce.test' })).rejects.toThrow();
    expect((await connection.query("SELECT Id FROM Contact WHERE Email = 'lost@jsforce.test'")).totalSize).toBe(1);
  });

  it('is told when the day is used up', async () => {
    const connection = connect();
    salesforce.control.set({ dailyLimit: 1 });
    await expect(connection.query('SELECT Id FROM Contact')).rejects.toMatchObject({ errorCode: 'REQUEST_LIMIT_EXCEEDED' });
    salesforce.control.set({ dailyLimit: 100_000 });
  });
});
