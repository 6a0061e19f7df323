import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { freePorts, readJson, run, temporaryData } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-refusals-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fresh = (name: string) => join(folder, name);
const ofMode = (name: string, mode: string) => {
  mkdirSync(fresh(name));
  writeFileSync(join(fresh(name), 'mode'), `${mode}\n`);
  return fresh(name);
};
const aFile = () => {
  writeFileSync(fresh('file'), '');
  return join(fresh('file'), 'data');
};

it.each([
  [
    'a data folder that cannot be written',
    () => aFile(),
    [],
    {},
    /data folder cannot be written.*\n.*where: .*\n.*what to do: .*--data DIR/,
  ],
  ['a data folder of real mode', () => ofMode('real', 'real'), [], {}, /made in real mode and is not opened in sandbox mode.*--data DIR/],
  ['a data folder of the sandbox', () => ofMode('demo', 'sandbox'), ['--no-sandbox'], {}, /made in sandbox mode.*--data DIR/],
  ['real mode without a master key', () => fresh('no-key'), ['--no-sandbox'], {}, /No master key\. Make one with.*LOCKSTEP_MASTER_KEY/],
  [
    'a Salesforce address that is none',
    () => fresh('no-url'),
    [],
    { LOCKSTEP_SALESFORCE: 'salesforce' },
    /LOCKSTEP_SALESFORCE.*must be an address/,
  ],
  [
    'a world folder that is not there',
    () => fresh('no-world'),
    ['--world', '/nowhere'],
    {},
    /does not exist[\s\S]*what to do: give --world/,
  ],
] as const)('npm start refuses %s, says what to do and ends with 1', { timeout: 90_000 }, async (_what, data, args, environment, says) => {
  const { code, text } = await run('start', data(), args, environment).ended;
  expect(text).toMatch(says);
  expect(text).not.toMatch(/\n {4}at /);
  expect(code).toBe(1);
});

it.each(['service', 'sandbox'] as const)(
  'npm run %s names the port that is taken and how to choose others',
  { timeout: 90_000 },
  async (name) => {
    // All of the row are free before one is taken: the sandbox names the first that is not.
    const base = Number(await freePorts());
    const port = name === 'service' ? base : base + 6;
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const { data, remove } = temporaryData();
    const { code, text } = await run(name, data, ['--port', String(base)]).ended;
    server.close();
    await remove();
    expect(text).toMatch(new RegExp(`[Pp]ort ${port}[\\s\\S]*--port N`));
    expect(code).toBe(1);
  },
);

it('starts on the embedded parts, refuses a second start, and stops in order', { timeout: 120_000 }, async () => {
  const { data, remove } = temporaryData();
  const first = run('start', data, ['--world', 'empty']);
  await first.prints(/Ctrl-C stops everything/);
  expect(statSync(join(data, 'ready.json')).mode & 0o777).toBe(0o600);
  const ready = readJson<Record<string, unknown> & { service: string; accounts: { role: string; token: string }[] }>(data, 'ready.json');
  const names = 'accounts console exchange graph graphClient identity salesforce salesforceClient service taskpane tenant tls world';
  expect(Object.keys(ready).sort().join(' ')).toBe(names);
  expect(new Set(ready.accounts.map(({ role }) => role))).toEqual(
    new Set(['platform-admin', 'partner', 'customer-admin', 'organization-user', 'user']),
  );
  expect(await (await fetch(`${ready.service}/api/health`)).json()).toMatchObject({
    version: expect.any(String),
    features: expect.any(Array),
  });
  const second = await run('start', data).ended;
  expect(second.code).toBe(1);
  expect(second.text).toMatch(new RegExp(`already running, pid ${first.child.pid}, since 20..-`));
  const worker = run('worker', data);
  await worker.prints(/worker \d+ on attached/);
  expect(await worker.stop()).toBe(0);
  expect(await first.stop()).toBe(0);
  expect(() => statSync(join(data, 'ready.json'))).toThrow('ENOENT');
  await remove();
});
