import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askByTls } from './ask-by-tls.ts';
import { ask, type Command, readJson, run, temporaryData } from './command.ts';
import { readmeQuotes } from './readme-quotes.ts';

interface Ready extends Record<string, unknown> {
  service: string;
  console: string;
  graph: string;
  salesforce: string;
  world: string;
  tenant: string;
  tls: Record<'service' | 'taskpane' | 'identity' | 'graph' | 'ca', string>;
  accounts: { role: string; email: string; password: string; token: string }[];
}

/** `npm start` as README has it, without an option: the demo world, its first sync, and what then runs. */
const { data, remove } = temporaryData();
let start: Command;
let ready: Ready;

beforeAll(async () => {
  start = run('start', data);
  await start.prints(/Ctrl-C stops everything/);
  ready = readJson<Ready>(data, 'ready.json');
}, 300_000);
afterAll(async () => {
  await start.stop();
  await remove();
});

/** What is promised for a machine of its own: where others wait for the processors too, each gets its share of them. */
const promised = () => 60 * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

it('prints each step with its second, and has done the first sync of the demo world within the minute', () => {
  const steps = [...start.text().matchAll(/^ *(\d+\.\d) s {2}(.+)$/gm)].map(([, second, step]) => ({ second: Number(second), step }));
  const wanted = ['Lockstep in sandbox mode', 'building', 'starting the sandbox', 'world: demo made', 'database', 'connecting 30 users'];
  let at = -1;
  for (const step of [...wanted, 'first sync: 32 of 32 mailboxes, Teams and sites']) {
    const found = steps.findIndex((one, index) => index > at && one.step?.startsWith(step));
    expect(found, `${step}, after ${steps[at]?.step}`).toBeGreaterThan(at);
    at = found;
  }
  expect(steps.filter(({ step }) => step?.startsWith('first sync:')).length).toBeGreaterThan(2);
  expect(steps[at]?.second).toBeLessThan(promised());
});

it('sums up: what is in step, every address, every account, what to try, as README says', () => {
  const summary = start.text().slice(start.text().indexOf('\nReady.'));
  for (const quote of readmeQuotes('npm start')) expect(summary).toMatch(quote);
  expect(summary).toMatch(
    /Ready\. 30 mailboxes in step: [1-9]\d* contacts, [1-9]\d* emails, [1-9]\d* events, [1-9]\d* tasks on both sides\./,
  );
  expect(summary).toContain('Calendars of Teams and sites that are read, too: 2.');
  for (const url of [ready.console, ready.graph, ready.salesforce, ready.world, `${ready.service}/api/openapi.json`])
    expect(summary).toMatch(new RegExp(`^ {2}[\\w ]+ ${url}$`, 'm'));
  expect(ready.accounts).toHaveLength(6);
  for (const { role, email, password } of ready.accounts) {
    expect(summary).toMatch(new RegExp(`^ {2}${role} +${email}$`, 'm'));
    expect(summary).toContain(`(password ${password})`);
  }
  expect(summary).toMatch(/Try:\n {2}open the console[\s\S]*curl -X POST .*\/contacts[\s\S]*npm run extension/);
});

it('keeps its word: all mailboxes are up to date, and what it offers to try works as printed', { timeout: 120_000 }, async () => {
  const headers = { authorization: `Bearer ${ready.accounts.find(({ role }) => role === 'customer-admin')?.token}` };
  const users = (await (await fetch(`${ready.service}/api/users`, { headers })).json()) as { items: { status: { state: string } }[] };
  expect(users.items.map(({ status }) => status.state)).toEqual(Array.from({ length: 30 }, () => 'up-to-date'));
  const tries = [...start.text().matchAll(/curl -X POST (\S+) .* -d '(.+)'$/gm)].map(([, url = '', body = '']) => ({ url, body }));
  expect(tries).toHaveLength(2);
  for (const { url, body } of tries) await ask('POST', url, JSON.parse(body));
  const person = tries[0]?.url.replace(/contacts$/, 'salesforce/Contact') ?? '';
  const { items } = await ask<{ items: { Name: string }[] }>('GET', person);
  expect(items.map(({ Name }) => Name)).toContain('Dana Ruiz');
});

it('answers by TLS too, with a certificate of the authority that ready.json names', { timeout: 60_000 }, async () => {
  const { service, taskpane, identity, graph, ca } = ready.tls;
  const status = async (url: string, trusted?: Buffer) => (await askByTls(url, trusted)).status;
  const trusted = readFileSync(ca);
  expect(await status(`${service}/api/health`, trusted)).toBe(200);
  expect(await status(taskpane, trusted)).toBe(200);
  expect(await status(`${identity}/${ready.tenant}/v2.0/.well-known/openid-configuration`, trusted)).toBe(200);
  expect(await status(`${graph}/v1.0/users`, trusted)).toBe(401);
  await expect(status(`${service}/api/health`)).rejects.toThrow(/self-signed|unable to verify|unable to get/);
});

it('npm run addin writes both manifests for the address by TLS that Outlook needs', { timeout: 60_000 }, async () => {
  const out = mkdtempSync(join(tmpdir(), 'lockstep-addin-'));
  const { code, text } = await run('addin', data, ['--out', out]).ended;
  for (const quote of readmeQuotes('npm run addin')) expect(text).toMatch(quote);
  expect(text).toContain(`Trust the certificate of this installation first: ${ready.tls.ca}`);
  expect(code).toBe(0);
  for (const name of ['lockstep.xml', 'manifest.json']) {
    const manifest = readFileSync(join(out, 'manifests', name), 'utf8');
    expect(manifest).toContain(`${ready.tls.taskpane}`);
    const own = (url: string) => url.startsWith(ready.tls.service);
    expect((manifest.match(/https?:\/\/(127\.0\.0\.1|localhost)[^"<]*/g) ?? []).filter((url) => !own(url))).toEqual([]);
  }
  rmSync(out, { recursive: true, force: true });
  const absent = await run('addin', join(data, 'nowhere')).ended;
  expect(absent.text).toMatch(/No service runs on .*nowhere.*npm start/);
  expect(absent.code).toBe(1);
});

it('npm run extension builds for the running service and loads it; without a screen it says so', { timeout: 120_000 }, async () => {
  const out = mkdtempSync(join(tmpdir(), 'lockstep-extension-'));
  const chromium = join(out, 'chromium');
  writeFileSync(chromium, '#!/bin/sh\nprintf "%s\\n" "$@"\n', { mode: 0o755 });
  const screenless = { CHROMIUM_PATH: chromium, DISPLAY: '', WAYLAND_DISPLAY: '' };
  const refused = await run('extension', data, ['--out', out], screenless).ended;
  expect(refused.text).toMatch(/No screen to show a browser on[\s\S]*xvfb-run/);
  expect(refused.code).toBe(1);
  const { code, text } = await run('extension', data, ['--out', out], { ...screenless, DISPLAY: ':0' }).ended;
  for (const quote of readmeQuotes('npm run extension')) expect(text).toMatch(quote);
  expect(text.split('\n')).toContain(ready.console);
  const extension = /^--load-extension=(.+)$/m.exec(text)?.[1] ?? '';
  const files = readdirSync(extension, { recursive: true, encoding: 'utf8' });
  expect(files).toContain('manifest.json');
  const knowing = files.filter((name) => name.endsWith('.js') && readFileSync(join(extension, name), 'utf8').includes(ready.service));
  expect(knowing.length).toBeGreaterThan(0);
  expect(code).toBe(0);
  rmSync(out, { recursive: true, force: true });
});

it('keeps what is in the data folder to its owner; only certificates are for all', () => {
  const mode = (path: string) => statSync(path).mode & 0o777;
  expect(mode(data)).toBe(0o700);
  const entries = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((path) => !/^database\W/.test(path));
  const open = entries.filter((path) => !path.endsWith('.crt') && (mode(join(data, path)) & 0o077) !== 0);
  expect(open).toEqual([]);
  for (const file of ['ready.json', 'service.log', 'mode', join('sandbox', 'world.jsonl')]) expect(entries).toContain(file);
});

it('describes itself in ready.json, refuses a second start, takes a worker, and stops in order', { timeout: 120_000 }, async () => {
  expect(statSync(join(data, 'ready.json')).mode & 0o777).toBe(0o600);
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
  expect(second.text).toMatch(new RegExp(`already running, pid ${start.child.pid}, since 20..-`));
  const worker = run('worker', data);
  await worker.prints(readmeQuotes('npm run worker')[0] as RegExp);
  expect(await worker.stop()).toBe(0);
  expect(await start.stop()).toBe(0);
  expect(() => statSync(join(data, 'ready.json'))).toThrow('ENOENT');
});
