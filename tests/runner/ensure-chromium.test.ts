import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ensureChromium } from './ensure-chromium.ts';

/** A machine whose PATH holds a shell, and an apt-get that installs a Chromium without a download. */
let bin: string;
const asked = () => readFileSync(join(bin, 'asked'), 'utf8').trim().split('\n');
const command = (name: string, text: string) => writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'lockstep-bin-'));
  symlinkSync('/bin/sh', join(bin, 'sh'));
  writeFileSync(join(bin, 'asked'), '');
  command('apt-get', `echo "$@" >> ${bin}/asked\n[ "$1" = install ] && /bin/cp ${bin}/apt-get ${bin}/chromium\nexit 0`);
  vi.stubEnv('PATH', bin);
  vi.stubEnv('CHROMIUM_PATH', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(bin, { recursive: true, force: true });
});
const as = (uid: number) => vi.spyOn(process, 'getuid').mockReturnValue(uid);

it('installs Chromium where it is missing and we may, and finds it then', async () => {
  as(0);
  expect(await ensureChromium()).toEqual({ name: 'Chromium', ok: true, output: join(bin, 'chromium') });
  expect(asked()).toEqual(['update -qq', 'install -y -qq chromium openssl']);
});

it('installs nothing where one is there, or one is named', async () => {
  as(0);
  vi.stubEnv('CHROMIUM_PATH', '/opt/chromium');
  expect(await ensureChromium()).toMatchObject({ ok: true, output: '/opt/chromium' });
  vi.stubEnv('CHROMIUM_PATH', '');
  command('google-chrome', 'exit 0');
  expect(await ensureChromium()).toMatchObject({ ok: true, output: join(bin, 'google-chrome') });
  expect(asked()).toEqual(['']);
});

it('fails with what to do where it may not install', async () => {
  as(1000);
  expect(await ensureChromium()).toMatchObject({ ok: false, output: expect.stringMatching(/apt-get install chromium.*CHROMIUM_PATH/) });
  expect(asked()).toEqual(['']);
});
