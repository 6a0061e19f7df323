import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { freePorts, run, temporaryData } from './command.ts';

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
  [
    'the sandbox for other computers',
    () => fresh('open'),
    [],
    { LOCKSTEP_HOST: '0.0.0.0' },
    /127\.0\.0\.1.*not on 0\.0\.0\.0.*LOCKSTEP_HOST/,
  ],
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
