import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSalesforce, type SalesforceEmulator } from '../../sandbox/salesforce/index.ts';
import { createDesk, type Desk } from '../../sandbox/world/desk.ts';

const folder = resolve(process.env.LOCKSTEP_REFERENCE_DATA ?? join(import.meta.dirname, '../../../shared/data'));
const there = existsSync(join(folder, 'salesforce-samples'));
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const sample = (name: string) => read(`salesforce-samples/${name}.json`);

/** Names and kinds of members, without the values: what two answers must share. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [shape(value[0])] : [];
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, shape(one)])
      .sort(),
  );
}

describe.skipIf(!there)(`the Salesforce emulator beside recorded answers (${there ? folder : `skipped: no ${folder}`})`, () => {
  let desk: Desk;
  let salesforce: SalesforceEmulator;
  let token: string;
  const ask = async (method: string, path: string, body?: unknown, bearer = token) => {
    const response = await salesforce.app.request(`/services/data/v62.0/${path}`, {
      method,
      headers: { Authorization: `Bearer ${bearer}`, 'Sforce-Query-Options': 'batchSize=200' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.json();
  };

  beforeAll(() => {
    desk = createDesk();
    salesforce = createSalesforce({ desk, url: () => 'http://127.0.0.1:1' });
    salesforce.org.insert('User', { Username: 'a@b.test', Email: 'a@b.test', LastName: 'A' });
    token = salesforce.issueToken('a@b.test');
    for (let n = 0; n < 201; n += 1) salesforce.org.insert('Lead', { LastName: `L ${n}`, Company: 'C', Title: 'T' });
  });

  it('answers a create as recorded', async () => {
    expect(shape(await ask('POST', 'sobjects/Contact', { LastName: 'A' }))).toEqual(shape(sample('create_success_response')));
  });
  it('answers an upsert as recorded, with `created` since API 46', async () => {
    const { created, ...rest } = (await ask('PATCH', 'sobjects/Contact/Lockstep_Key__c/k', { LastName: 'A' })) as Record<string, unknown>;
    expect([created, shape(rest)]).toEqual([true, shape(sample('upsert_created_success_response'))]);
  });
  it('answers a dead session as recorded', async () => {
    expect(await ask('GET', 'limits', undefined, 'nope')).toEqual(sample('expired_session_response'));
  });
  it('answers the first page of a query as recorded', async () => {
    const page = shape(await ask('GET', 'query?q=SELECT+Title+FROM+Lead')) as { records: { Title?: string; Text_Label?: string }[] };
    const { Text_Label, ...rest } = (shape(sample('query_paginated_first_page_response')) as typeof page).records[0] ?? {};
    expect(page).toEqual({
      ...(shape(sample('query_paginated_first_page_response')) as object),
      records: [{ ...rest, Title: Text_Label }],
    });
  });
  it('refuses a query and a write in the recorded form', async () => {
    expect(shape(await ask('GET', 'query?q=SELECT+Nope+FROM+Lead'))).toEqual(shape(sample('query_error_response')));
    const [error] = (await ask('POST', 'sobjects/Contact', { foo: 1 })) as { message: string; errorCode: string }[];
    expect(error).toMatchObject({ ...sample('write_error_response')[0], message: "No such column 'foo' on sobject of type Contact" });
  });
  it('lists deletions as recorded', async () => {
    const [lead] = salesforce.org.records('Lead');
    salesforce.org.delete('Lead', String(lead?.Id));
    desk.clock.advance(120_000);
    const span = `start=${encodeURIComponent(new Date(desk.clock.now() - 600_000).toISOString())}&end=${encodeURIComponent(desk.clock.iso())}`;
    expect(shape(await ask('GET', `sobjects/Lead/deleted/?${span}`))).toEqual(shape(sample('get_deleted_success_response')));
  });
  it('refuses a refresh token as recorded', async () => {
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'nope', client_id: salesforce.client.id });
    const response = await salesforce.app.request('/services/oauth2/token', { method: 'POST', body });
    expect([response.status, await response.json()]).toEqual([400, sample('refresh_error_response')]);
  });

  const standard: Record<string, { fields: Record<string, { nillable: boolean }> }> = there
    ? read('salesforce-standard-objects.json').objects
    : {};
  /** Fields of later releases or of editions that the recorded org did not have. */
  const later: Record<string, string[]> = {
    Account: ['AccountNumber', 'Sic', 'Rating', 'Site'],
    Lead: ['MobilePhone', 'Fax', 'HasOptedOutOfEmail', 'DoNotCall'],
    Event: [
      'WhoCount',
      'WhatCount',
      'EndDate',
      'Type',
      'IsRecurrence2',
      'IsRecurrence2Exception',
      'IsRecurrence2Exclusion',
      'Recurrence2PatternText',
      'Recurrence2PatternVersion',
      'Recurrence2PatternStartDate',
      'Recurrence2PatternTimeZone',
      'ClientGuid',
    ],
    Task: ['WhoCount', 'WhatCount', 'Type', 'CompletedDateTime'],
    EventRelation: ['IsWhat', 'IsParent', 'IsInvitee', 'IsOrganizer', 'AccountId'],
    EmailMessage: ['ToIds', 'CcIds', 'BccIds', 'MessageSize', 'IsTracked', 'FirstOpenedDate', 'LastOpenedDate', 'IsBounced'],
    RecordType: ['IsPersonType'],
    Contact: ['RecordTypeId'],
  };

  it.each([
    'Account',
    'Case',
    'Contact',
    'ContentDocument',
    'ContentDocumentLink',
    'ContentVersion',
    'EmailMessage',
    'EmailMessageRelation',
    'Event',
    'EventRelation',
    'Group',
    'Lead',
    'Opportunity',
    'Organization',
    'Profile',
    'RecordType',
    'Task',
    'TaskStatus',
    'User',
    'UserRole',
  ])('describes %s with fields that the standard object has', async (name) => {
    const described = (await ask('GET', `sobjects/${name}/describe`)) as { fields: { name: string; custom: boolean }[] };
    const known = new Set([...Object.keys(standard[name]?.fields ?? {}), ...(later[name] ?? [])]);
    const unknown = described.fields.filter((field) => !field.custom && !known.has(field.name)).map((field) => field.name);
    expect(unknown).toEqual([]);
  });

  it.each(['Contact', 'Event', 'Task', 'Lead', 'EventRelation'])(
    'leaves out no standard field of %s that a sync could want',
    async (name) => {
      const described = (await ask('GET', `sobjects/${name}/describe`)) as { fields: { name: string }[] };
      const told = new Set(described.fields.map((field) => field.name));
      const odd = /^(CanAllowPortalSelfReg|LastCU.*)$/;
      expect(Object.keys(standard[name]?.fields ?? {}).filter((field) => !told.has(field) && !odd.test(field))).toEqual([]);
    },
  );
});
