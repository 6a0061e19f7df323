import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDesk } from '../../world/desk.ts';
import { createSalesforce } from '../index.ts';
import { smallOrg } from '../testing/small-org.ts';

describe('what a record may hold', () => {
  it.each([
    [{ LastName: 'x'.repeat(81) }, 'STRING_TOO_LONG', ['LastName']],
    [{ LastName: 'A', Email: 'not an address' }, 'INVALID_EMAIL_ADDRESS', ['Email']],
    [{ LastName: 'A', Nope: 1 }, 'INVALID_FIELD', undefined],
    [{ LastName: 'A', IsDeleted: true }, 'INVALID_FIELD_FOR_INSERT_UPDATE', ['IsDeleted']],
    [{ LastName: 'A', Birthdate: '2026-02-30' }, 'JSON_PARSER_ERROR', undefined],
    [{ LastName: 5 }, 'JSON_PARSER_ERROR', undefined],
    [{ LastName: 'A', HasOptedOutOfEmail: 'maybe' }, 'JSON_PARSER_ERROR', undefined],
    [{ LastName: 'A', AccountId: 'nope' }, 'MALFORMED_ID', ['AccountId']],
    [{ FirstName: 'A' }, 'REQUIRED_FIELD_MISSING', ['LastName']],
    [{ LastName: '   ' }, 'REQUIRED_FIELD_MISSING', ['LastName']],
  ])('%j is refused with %s', async (fields, errorCode, named) => {
    const { status, body } = await smallOrg().ada.send('POST', 'sobjects/Contact', fields);
    expect(status).toBe(400);
    expect(body[0]).toMatchObject({ errorCode, ...(named ? { fields: named } : {}) });
  });

  it('is trimmed, and empty text is null', async () => {
    const { ada } = smallOrg();
    const { body } = await ada.send('POST', 'sobjects/Contact', {
      lastname: ' Lovelace  ',
      Title: '',
      Description: 'two lines\n  kept\n\n',
      Email: 'Ada@X.test',
    });
    const read = await ada.send('GET', `sobjects/Contact/${body.id}?fields=LastName,Title,Description,Email`);
    expect(read.body).toMatchObject({ LastName: 'Lovelace', Title: null, Description: 'two lines\n  kept', Email: 'Ada@X.test' });
  });

  it('a unique external id is compared without case, and the recycle bin does not count', async () => {
    const { ada } = smallOrg();
    const first = await ada.send('POST', 'sobjects/Contact', { LastName: 'A', Lockstep_Key__c: 'KEY' });
    const again = await ada.send('POST', 'sobjects/Contact', { LastName: 'B', Lockstep_Key__c: 'key' });
    expect(again.body[0]).toEqual({
      errorCode: 'DUPLICATE_VALUE',
      message: `duplicate value found: Lockstep_Key__c duplicates value on record with id: ${first.body.id.slice(0, 15)}`,
      fields: ['Lockstep_Key__c'],
    });
    await ada.send('DELETE', `sobjects/Contact/${first.body.id}`);
    expect((await ada.send('POST', 'sobjects/Contact', { LastName: 'B', Lockstep_Key__c: 'key' })).status).toBe(201);
  });

  it('an owner must be active', async () => {
    const { ada, ben, salesforce } = smallOrg();
    salesforce.control.deactivate(ben.username);
    const { body } = await ada.send('POST', 'sobjects/Contact', { LastName: 'A', OwnerId: ben.id });
    expect(body[0]).toMatchObject({ errorCode: 'INACTIVE_OWNER_OR_USER', fields: ['OwnerId'] });
  });

  it('a sent mail is read-only', async () => {
    const { ada, salesforce } = smallOrg();
    const mail = salesforce.org.insert('EmailMessage', { Subject: 'S', Status: '3', TextBody: 'Hello', MessageIdentifier: '<a@b>' });
    expect((await ada.send('PATCH', `sobjects/EmailMessage/${mail}`, { Subject: 'T' })).body[0].errorCode).toBe(
      'INSUFFICIENT_ACCESS_OR_READONLY',
    );
    expect((await ada.send('PATCH', `sobjects/EmailMessage/${mail}`, { IsExternallyVisible: true })).status).toBe(204);
  });

  it('a file makes its document and its link', async () => {
    const { ada, salesforce } = smallOrg();
    const task = salesforce.org.insert('Task', { Subject: 'T', OwnerId: ada.id });
    const { body } = await ada.send('POST', 'sobjects/ContentVersion', {
      Title: 'Note',
      PathOnClient: 'note.txt',
      VersionData: Buffer.from('hello').toString('base64'),
      FirstPublishLocationId: task,
    });
    const version = (await ada.send('GET', `sobjects/ContentVersion/${body.id}`)).body;
    expect(version).toMatchObject({
      ContentSize: 5,
      FileExtension: 'txt',
      VersionData: `/services/data/v62.0/sobjects/ContentVersion/${body.id}/VersionData`,
    });
    const bytes = await salesforce.app.request(version.VersionData, { headers: { Authorization: `Bearer ${ada.token}` } });
    expect(await bytes.text()).toBe('hello');
    const links = await ada.soql(`SELECT ContentDocumentId FROM ContentDocumentLink WHERE LinkedEntityId = '${task}'`);
    expect(links.body.records[0].ContentDocumentId).toBe(version.ContentDocumentId);
  });

  it('a completed task says when', async () => {
    const { ada } = smallOrg();
    const { body } = await ada.send('POST', 'sobjects/Task', { Subject: 'T' });
    await ada.send('PATCH', `sobjects/Task/${body.id}`, { Status: 'Completed' });
    expect((await ada.send('GET', `sobjects/Task/${body.id}`)).body).toMatchObject({
      IsClosed: true,
      CompletedDateTime: expect.any(String),
      Priority: 'Normal',
    });
  });
});

describe('rules that the customer set', () => {
  it('refuse with the rule’s own words', async () => {
    const { ada, salesforce } = smallOrg();
    salesforce.control.set({
      validationRules: [{ object: 'Contact', field: 'Title', operator: 'blank', message: 'Give a title.', errorField: 'Title' }],
    });
    const { body } = await ada.send('POST', 'sobjects/Contact', { LastName: 'A' });
    expect(body).toEqual([{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Give a title.', fields: ['Title'] }]);
    expect((await ada.send('POST', 'sobjects/Contact', { LastName: 'A', Title: 'T' })).status).toBe(201);
    expect(() => salesforce.control.set({ validationRules: [{ object: 'Contact' }] })).toThrow(/field/);
  });

  it.each([
    ['equals', 'Boss', true],
    ['not-equals', 'Boss', false],
    ['contains', 'os', true],
    ['starts-with', 'b', true],
    ['longer-than', 4, false],
    ['longer-than', 3, true],
    ['less-than', 'C', true],
    ['greater-than', 'C', false],
    ['not-blank', undefined, true],
  ])('operator %s %s of "Boss" holds: %s', async (operator, value, holds) => {
    const { ada, salesforce } = smallOrg();
    salesforce.control.set({ validationRules: [{ object: 'Contact', field: 'Title', operator, value, message: 'No.' }] });
    expect((await ada.send('POST', 'sobjects/Contact', { LastName: 'A', Title: 'Boss' })).status).toBe(holds ? 400 : 201);
  });

  it('find duplicates, which a header lets pass where the rule only alerts', async () => {
    const { ada, salesforce } = smallOrg();
    salesforce.control.set({ duplicateRules: [{ object: 'Contact', fields: ['Email'] }] });
    const there = await ada.send('POST', 'sobjects/Contact', { LastName: 'A', Email: 'a@x.test' });
    const again = await ada.send('POST', 'sobjects/Contact', { LastName: 'B', Email: 'A@x.test' });
    expect(again.body[0]).toMatchObject({
      errorCode: 'DUPLICATES_DETECTED',
      duplicateResult: { allowSave: true, matchResults: [{ matchRecords: [{ record: { Id: there.body.id } }] }] },
    });
    const allowed = await ada.send(
      'POST',
      'sobjects/Contact',
      { LastName: 'B', Email: 'A@x.test' },
      { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' },
    );
    expect(allowed.status).toBe(201);
  });
});

describe('sharing', () => {
  it('lets all read contacts and only owners change them, until contacts are private', async () => {
    const { ada, ben, salesforce } = smallOrg();
    const { body } = await ada.send('POST', 'sobjects/Contact', { LastName: 'A' });
    const path = `sobjects/Contact/${body.id}`;
    expect((await ben.send('GET', path)).status).toBe(200);
    expect((await ben.send('PATCH', path, { Title: 'X' })).status).toBe(403);
    salesforce.control.set({ sharing: { Contact: 'Private' } });
    expect((await ben.send('GET', path)).status).toBe(404);
    expect((await ben.send('PATCH', path, { Title: 'X' })).body[0].errorCode).toBe('NOT_FOUND');
    expect((await ben.soql('SELECT Id FROM Contact')).body.totalSize).toBe(0);
    expect((await ada.soql('SELECT Id FROM Contact')).body.totalSize).toBe(1);
  });
});

describe('the recycle bin', () => {
  it('gives back what was deleted, for 15 days', async () => {
    const { ada, salesforce, desk } = smallOrg();
    const { body } = await ada.send('POST', 'sobjects/Contact', { LastName: 'A' });
    await ada.send('DELETE', `sobjects/Contact/${body.id}`);
    salesforce.org.undelete('Contact', body.id);
    expect((await ada.send('GET', `sobjects/Contact/${body.id}`)).body.IsDeleted).toBe(false);
    await ada.send('DELETE', `sobjects/Contact/${body.id}`);
    desk.clock.advance(16 * 86_400_000);
    expect(() => salesforce.org.undelete('Contact', body.id)).toThrow(/recycle bin/);
    expect((await ada.soql('SELECT Id FROM Contact', true)).body.totalSize).toBe(0);
    expect((await ada.send('GET', `sobjects/Contact/${body.id}`)).body[0].errorCode).toBe('NOT_FOUND');
  });

  it('holds the losers of a merge with their master, and what was about them is about it', async () => {
    const { ada, salesforce } = smallOrg();
    const [master, loser] = ['A', 'B'].map((LastName) => salesforce.org.insert('Contact', { LastName }, ada.id));
    const task = salesforce.org.insert('Task', { Subject: 'T', WhoId: loser, OwnerId: ada.id });
    salesforce.org.merge('Contact', master ?? '', [loser ?? ''], { Title: 'Kept' });
    const gone = await ada.soql('SELECT Id, MasterRecordId FROM Contact WHERE IsDeleted = true', true);
    expect(gone.body.records).toMatchObject([{ Id: loser, MasterRecordId: master }]);
    expect((await ada.send('GET', `sobjects/Task/${task}`)).body.WhoId).toBe(master);
    expect((await ada.send('GET', `sobjects/Contact/${master}`)).body.Title).toBe('Kept');
  });
});

describe('the world beneath', () => {
  it('brings the org back after a stop, ids and indexes and tokens included', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'salesforce-'));
    const first = createSalesforce({ desk: createDesk(folder), url: () => 'http://x' });
    first.org.insert('User', { Username: 'ada@demo.test', Email: 'ada@demo.test', LastName: 'A' });
    const token = first.issueToken('ada@demo.test');
    const id = first.org.insert('Contact', { LastName: 'A', Email: 'a@x.test', Own__c: 'kept' }, undefined, { addFields: true });
    const again = createSalesforce({ desk: createDesk(folder), url: () => 'http://x' });
    expect([again.org.id18, again.client]).toEqual([first.org.id18, first.client]);
    const query = encodeURIComponent("SELECT Id, Own__c FROM Contact WHERE Email = 'A@x.test'");
    const response = await again.app.request(`/services/data/v62.0/query?q=${query}`, { headers: { Authorization: `Bearer ${token}` } });
    expect(((await response.json()) as { records: unknown[] }).records).toMatchObject([{ Id: id, Own__c: 'kept' }]);
    expect(again.org.insert('Contact', { LastName: 'B' }) > id).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it('starts anew when the world is reset, and leaves a new world empty until it is used', () => {
    const desk = createDesk();
    const salesforce = createSalesforce({ desk, url: () => 'http://x' });
    expect(desk.world.isEmpty).toBe(true);
    salesforce.org.insert('Contact', { LastName: 'A', Email: 'a@x.test' });
    salesforce.control.set({ dailyLimit: 5 });
    desk.world.reset();
    expect([...salesforce.org.records('Contact')]).toEqual([]);
    expect([...salesforce.org.records('User')]).toHaveLength(1);
    expect(salesforce.control.settings.dailyLimit).toBe(100_000);
  });
});
