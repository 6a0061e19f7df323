import { describe, expect, test } from 'vitest';
import { createFakeApi } from '../../../tests/access/fake-api.ts';
import { createFakeHistory } from '../../../tests/access/fake-history.ts';
import { createFakeMapping } from '../../../tests/access/fake-mapping.ts';
import { world } from '../../../tests/access/people.ts';
import type { RehearsedChange } from '../index.ts';

const organization = world.organizations[0];
const at = `/api/organizations/${organization}`;
const pair = { kind: 'pair', outlook: 'nickName', salesforce: 'Nickname__c', travels: 'both' };

interface Mapped {
  object: string;
  standard: { field: string; travels: string; salesforce: string | null }[];
  rules: unknown[];
}

describe('the mapping of an organization', () => {
  const contact = async (api: ReturnType<typeof createFakeApi>) =>
    ((await api.ask('customer1', `GET ${at}/mapping`)).json.objects as Mapped[]).find(({ object }) => object === 'contact') as Mapped;

  test('is the standard one until a rule is saved, and then says what holds', async () => {
    const api = createFakeApi();
    expect((await contact(api)).rules).toEqual([]);
    const rules = [pair, { kind: 'direction', field: 'title', travels: 'down' }, { kind: 'direction', field: 'notes', travels: 'none' }];
    const saved = await api.ask('customer1', `PUT ${at}/mapping/contact`, { rules });
    expect([saved.status, saved.json.rules]).toEqual([200, [{ ...pair, max: 255, cut: true }, rules[1], rules[2]]]);
    const { standard } = await contact(api);
    const travels = Object.fromEntries(standard.map((one) => [one.field, one.travels]));
    expect(travels).toMatchObject({ title: 'down', notes: 'none', surname: 'both' });
  });

  test('says of each rule that does not fit which, why and what to do, and saves nothing', async () => {
    const api = createFakeApi();
    const rules = [pair, { ...pair, outlook: 'shoeSize', salesforce: 'Missing__c' }];
    const { status, json } = await api.ask('customer1', `PUT ${at}/mapping/contact`, { rules });
    expect([status, json.code]).toEqual([400, 'invalid_input']);
    expect(json.errors).toEqual([
      { where: 'body.rules.1', what: 'Contact has no field "Missing__c" that this user sees', todo: expect.stringContaining('API name') },
    ]);
    expect((await contact(api)).rules).toEqual([]);
  });

  test('a rule in a shape that is none is refused at the edge', async () => {
    const { json } = await createFakeApi().ask('customer1', `PUT ${at}/mapping/contact`, {
      rules: [{ kind: 'pair', outlook: 'nickName' }],
    });
    expect(json.errors?.[0]?.where).toBe('body.rules.0.salesforce');
  });

  test('is not saved past the check, as a plain setting', async () => {
    const { status, json } = await createFakeApi().ask('customer1', `PUT /api/settings/organization/${organization}/contact.mapping`, {
      value: [],
    });
    expect([status, json.detail]).toEqual([400, expect.stringContaining('PUT /api/organizations/{id}/mapping/{object}')]);
  });

  test('nor among several settings, nor pushed: each way in is closed', async () => {
    const api = createFakeApi();
    const changes = [{ key: 'contact.mapping', value: [{ ...pair, salesforce: 'Missing__c' }] }];
    const target = { level: 'organization', id: organization };
    for (const [line, body] of [
      [`PATCH /api/settings/organization/${organization}`, { changes }],
      ['POST /api/settings/push', { targets: [target], changes }],
    ] as const) {
      const { json } = await api.ask('customer1', line, body);
      expect(json.results, line).toMatchObject([{ result: 'refused', problem: { todo: expect.stringContaining('/mapping/') } }]);
    }
    expect((await contact(api)).rules).toEqual([]);
  });

  test('an undo of a change of the rules is checked against the org as it is now, and names what does not fit', async () => {
    const id = '0190f2a4-0000-7000-8010-000000000099';
    const old = [pair, { ...pair, outlook: 'shoeSize', salesforce: 'Gone__c' }];
    const place = { id, customerId: world.customers[0], level: 'organization', levelId: organization, key: 'contact.mapping' } as const;
    const change = { actorEmail: null, onBehalfOf: null, undoes: null, undone: false, at: '2026-11-22T11:55:00.000Z', after: null };
    const undo = async (value: unknown, dryRun: boolean) => {
      const row = { ...place, ...change, before: { value, mayAdjust: false } };
      const api = createFakeApi({ history: createFakeHistory([row]) });
      const answer = await api.ask('customer1', `POST /api/settings/changes/${id}/undo`, { dryRun });
      return { ...answer, rules: (await contact(api)).rules };
    };
    for (const dryRun of [true, false]) {
      const { status, json, rules } = await undo(old, dryRun);
      expect([status, json.code, rules]).toEqual([400, 'invalid_input', []]);
      expect(json.errors).toEqual([
        { where: 'before.1', what: 'Contact has no field "Gone__c" that this user sees', todo: expect.stringContaining('API name') },
      ]);
    }
    expect((await undo([{ kind: 'of another release' }], false)).json.errors?.[0]?.where).toMatch(/^before\.0/);
    expect(await undo([pair], false)).toMatchObject({ status: 200, json: { outcome: 'done' } });
  });

  test('an organization without any connected user is told to connect one', async () => {
    const mapping = { ...createFakeMapping(), describe: async () => ({ ok: false as const, code: 'not_connected' as const }) };
    const { json } = await createFakeApi({ mapping }).ask('customer1', `GET ${at}/mapping`);
    expect([json.code, json.detail]).toEqual(['not_connected', expect.stringContaining('connect one')]);
  });
});

describe('a rehearsal', () => {
  test('asks for exactly what would be saved', async () => {
    const asked: RehearsedChange[] = [];
    const api = createFakeApi({ mapping: createFakeMapping(asked) });
    const settings = { 'event.window.daysAhead': 30, 'exclude.addresses': ['Kim@Acme.example'] };
    const { status } = await api.ask('customer1', `POST ${at}/rehearsal`, { settings, mapping: { object: 'contact', rules: [pair] } });
    expect(status).toBe(200);
    expect(asked).toEqual([
      {
        settings: { 'event.window.daysAhead': 30, 'exclude.addresses': ['kim@acme.example'] },
        mapping: { object: 'contact', rules: [{ ...pair, max: 255, cut: true }] },
      },
    ]);
  });

  test.each([
    ['nothing to rehearse', {}, 'body'],
    ['a setting that is none', { settings: { shoeSize: 3 } }, 'body.settings.shoeSize'],
    ['a value that is none', { settings: { 'event.window.daysAhead': 'many' } }, 'body.settings.event.window.daysAhead'],
    ['rules past their own place', { settings: { 'contact.mapping': [] } }, 'body.settings.contact.mapping'],
    ['a rule that does not fit', { mapping: { object: 'event', rules: [pair] } }, 'body.mapping.rules.0'],
  ])('refuses %s', async (_, body, where) => {
    const { status, json } = await createFakeApi().ask('customer1', `POST ${at}/rehearsal`, body);
    expect([status, json.errors?.[0]?.where]).toEqual([400, where]);
  });
});
