import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readProvisionFile } from './read-provision-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-provision-'));
afterAll(() => rmSync(folder, { recursive: true }));
const customer = { name: 'Fernwood', tenantId: '5F1C7C2E-9F0A-4B8E-8D52-3A7C1C9F0B11' };
const write = (text: string) => {
  const file = join(folder, 'customer.json');
  writeFileSync(file, text);
  return file;
};
const read = (given: object) => readProvisionFile(write(JSON.stringify({ customer, ...given })));
const alice = { address: 'alice@fernwood.example', name: 'Alice' };
const id = '11111111-1111-4111-8111-111111111111';

it('takes a customer alone, and gives what is left out its default', () => {
  expect(read({})).toEqual({
    customer: { name: 'Fernwood', tenantId: customer.tenantId.toLowerCase() },
    ...{ plans: [], organizations: [], users: [], administrators: [] },
  });
  const full = read({
    organizations: [{ name: ' North\u200b ' }],
    plans: [{ name: 'Standard' }],
    users: [{ ...alice, timeZone: 'W. Europe Standard Time' }],
    administrators: [{ address: 'boss@fernwood.example', role: 'customer-admin' }],
  });
  expect(full).toMatchObject({
    organizations: [{ name: 'North', mailboxAccess: 'graph-app-only', default: false }],
    plans: [{ name: 'Standard', intervalSeconds: 1800 }],
    users: [{ timeZone: 'Europe/Berlin' }],
    administrators: [{ password: false }],
  });
});

it.each(['README.md', 'docs/operations.md'])('takes the example of %s', (page) => {
  const text = readFileSync(join(import.meta.dirname, '../../..', page), 'utf8');
  const example = /```\n(\{\s*"customer"[\s\S]*?)```/.exec(text)?.[1] ?? '';
  expect(readProvisionFile(write(example))).toMatchObject({
    customer: { name: 'Fernwood' },
    administrators: [{ password: true }, {}].slice(0, page === 'README.md' ? 1 : 2),
  });
});

it.each([
  ['an unknown field', { customers: [] }, /customers: there is no such field/],
  ['an unknown field of a user', { users: [{ ...alice, mail: 'x' }] }, /users\[0\]\.mail: there is no such field/],
  ['no tenant id', { customer: { ...customer, tenantId: 'fernwood.com' } }, /customer\.tenantId: must be the tenant id of Entra ID/],
  ['an address that is none', { users: [{ ...alice, address: 'alice' }] }, /users\[0\]\.address: must be an address such as/],
  ['a time zone that is none', { users: [{ ...alice, timeZone: 'Mars' }] }, /users\[0\]\.timeZone: must be a time zone such as/],
  ['Exchange Server', { users: [{ ...alice, mailboxAccess: 'ews-direct' }] }, /users\[0\]\.mailboxAccess: .*Exchange Server.*not built/],
  [
    'an address twice',
    { users: [alice, { ...alice, address: 'ALICE@fernwood.example' }] },
    /users\[1\]\.address: .*stands in users\[0\] already/,
  ],
  [
    'an object id twice',
    {
      users: [
        { ...alice, objectId: id },
        { ...alice, address: 'b@fernwood.example', objectId: id },
      ],
    },
    /users\[1\]\.objectId: is that of another user of this file/,
  ],
  [
    'a name twice, but for what nobody sees',
    { organizations: [{ name: 'North' }, { name: 'NORTH\u200b' }] },
    /organizations\[1\]\.name: .*organizations\[0\]/,
  ],
  [
    'two default organizations',
    {
      organizations: [
        { name: 'A', default: true },
        { name: 'B', default: true },
      ],
    },
    /organizations\[1\]\.default: /,
  ],
  ['a role that is none', { administrators: [{ address: alice.address, role: 'boss' }] }, /administrators\[0\]\.role: .*customer-admin/],
  [
    'an organization-user of nothing',
    { administrators: [{ address: alice.address, role: 'organization-user' }] },
    /administrators\[0\]\.organization: is missing/,
  ],
  [
    'an organization for a customer-admin',
    { administrators: [{ address: alice.address, role: 'customer-admin', organization: 'A' }] },
    /administrators\[0\]\.organization: does not go with the role customer-admin/,
  ],
])('refuses %s and says where', (_what, given, says) => {
  expect(() => read(given)).toThrow(says);
  expect(() => read(given)).toThrow(/cannot be used; nothing was changed[\s\S]*docs\/operations\.md/);
});

it('never repeats a password that somebody wrote into it', () => {
  const given = { administrators: [{ address: alice.address, role: 'customer-admin', password: 'hunter2' }] };
  expect(() => read(given)).toThrow(/administrators\[0\]\.password: must be true or false/);
  expect(() => read(given)).not.toThrow(/hunter2/);
});

it.each([
  ['no file', () => join(folder, 'nowhere.json'), /nowhere\.json is not there\. Name the file first: npm run provision/],
  ['a folder', () => folder, /is a folder/],
  ['no JSON', () => write('{customer:'), /is not JSON/],
])('says so where there is %s', (_what, file, says) => {
  expect(() => readProvisionFile(file())).toThrow(says);
});
