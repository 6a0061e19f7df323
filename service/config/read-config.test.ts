import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from './read-arguments.ts';
import { ConfigFailure, readConfig } from './read-config.ts';

function read(environment: Record<string, string>, file?: string, given: Record<string, unknown> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-config-'));
  if (file !== undefined) writeFileSync(join(folder, 'lockstep.config.json'), file);
  return readConfig({ folder, environment, arguments: given });
}

describe('the configuration', () => {
  it('needs nothing for the sandbox', () => {
    expect(read({})).toMatchObject({ mode: 'sandbox', port: 4400, databaseUrl: null, host: '127.0.0.1' });
  });

  it('takes the command line before the environment before the file', () => {
    expect(read({ LOCKSTEP_PORT: '5000' }, '{"port": 6000, "lanes": 7}')).toMatchObject({ port: 5000, lanes: 7 });
    expect(read({ LOCKSTEP_PORT: '5000' }, undefined, { port: '7000' })).toMatchObject({ port: 7000 });
  });

  it('reads objects as JSON from the environment', () => {
    expect(read({ LOCKSTEP_GRAPH_CLIENT: '{"id":"a","secret":"b"}' }).graphClient).toEqual({ id: 'a', secret: 'b' });
  });

  const wrong: [name: string, environment: Record<string, string>, file: string | undefined, says: RegExp][] = [
    [
      'a plain http provider',
      { LOCKSTEP_GRAPH: 'http://graph.example.com' },
      undefined,
      /graph \(environment LOCKSTEP_GRAPH\): must be https/,
    ],
    [
      'an address that is none',
      { LOCKSTEP_SALESFORCE: 'salesforce' },
      undefined,
      /salesforce \(environment LOCKSTEP_SALESFORCE\): must be an address/,
    ],
    ['an unknown setting', {}, '{"prot": 1}', /prot in lockstep.config.json: no such setting/],
    ['a file that is no JSON', {}, '{port: 1}', /is not JSON/],
    ['a list for a file', {}, '[]', /must hold one JSON object/],
    ['a short master key', { LOCKSTEP_MASTER_KEY: 'YWJj' }, undefined, /32 bytes in base64/],
    ['half a JSON value', { LOCKSTEP_ORIGINS: '["a"' }, undefined, /LOCKSTEP_ORIGINS begins like JSON/],
    ['another database', { DATABASE_URL: 'mysql://x' }, undefined, /databaseUrl \(environment DATABASE_URL\): must begin with postgres/],
  ];
  it.each(wrong)('refuses %s and says where and what to do', (_name, environment, file, says) => {
    expect(() => read(environment, file)).toThrow(says);
  });

  it('never shows the value that is wrong', () => {
    expect(() => read({ LOCKSTEP_MASTER_KEY: 'hunter2!' })).toThrow(ConfigFailure);
    try {
      read({ LOCKSTEP_MASTER_KEY: 'hunter2!' });
    } catch (error) {
      expect(String(error)).not.toContain('hunter2');
    }
  });

  it('refuses an option that nobody knows', () => {
    expect(() => readArguments(['--prot', '1'])).toThrow(/Known are --port/);
    expect(readArguments(['--no-sandbox', '--port', '1'])).toMatchObject({ sandbox: false, port: '1' });
  });
});
