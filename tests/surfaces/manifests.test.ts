import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { manifestSource, writeJson, writeXml } from '../../manifests/index.ts';
import { type Browser, launch } from './browser/launch.ts';

const source = manifestSource('https://sync.example.com/', '0.1.0');

/** The schema of that version, which @microsoft/app-manifest ships: no network is needed. */
const check = (manifest: Record<string, unknown>): unknown[] => {
  const require = createRequire(import.meta.url);
  const file = require.resolve(`@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`);
  // Both are CommonJS and name their export in two ways: asked for as what they are.
  const Ajv = require('ajv-draft-04') as typeof import('ajv').default;
  const formats = require('ajv-formats') as (ajv: InstanceType<typeof Ajv>) => void;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  return validate(manifest) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

test('the unified manifest is valid by the schema that Microsoft ships', () => {
  expect(check(writeJson(source))).toEqual([]);
});

test('that check bites: a manifest without a name, or with an unknown context, is refused', () => {
  const { name: _left, ...rest } = writeJson(source);
  expect(check(rest)).not.toEqual([]);
  expect(check(JSON.parse(JSON.stringify(writeJson(source)).replace('mailRead', 'mailRed')))).not.toEqual([]);
});

test('an address without TLS is refused with what to do', () => {
  expect(() => manifestSource('http://sync.example.com', '0.1.0')).toThrow('Outlook loads add-ins by https only');
});

describe('the XML manifest', () => {
  let browser: Browser;
  let facts: { error: string | null; resids: string[]; defined: string[]; tooLong: string[]; addresses: string[] };

  beforeAll(async () => {
    // A browser's own parser: no XML library is among our packages.
    browser = await launch();
    const page = await browser.context.newPage();
    facts = await page.evaluate((text) => {
      const xml = new DOMParser().parseFromString(text, 'application/xml');
      const all = [...xml.getElementsByTagName('*')];
      const value = (element: Element): string => element.getAttribute('DefaultValue') ?? '';
      return {
        error: xml.querySelector('parsererror')?.textContent ?? null,
        resids: all.flatMap((element) => element.getAttribute('resid') ?? []),
        defined: all
          .filter((element) => /^bt:(Image|Url|String)$/.test(element.tagName))
          .flatMap((element) => element.getAttribute('id') ?? []),
        tooLong: all.filter((element) => element.parentElement?.tagName === 'bt:ShortStrings' && value(element).length > 125).map(value),
        addresses: all.map(value).filter((one) => one.startsWith('http')),
      };
    }, writeXml(source));
    await browser.close();
  });

  test('is well-formed', () => expect(facts.error).toBeNull());
  test('defines every resource that it names', () => expect(facts.resids.filter((id) => !facts.defined.includes(id))).toEqual([]));
  test('keeps names within 32 characters and short texts within 125, as Outlook asks', () => {
    expect(facts.defined.filter((id) => id.length > 32)).toEqual([]);
    expect(facts.tooLong).toEqual([]);
  });
  test('names addresses of the service only', () =>
    expect(facts.addresses.filter((one) => !one.startsWith('https://sync.example.com/'))).toEqual([]));
  test('asks for no more than to read the open item', () => expect(writeXml(source)).toContain('<Permissions>ReadItem</Permissions>'));
  test('opens where somebody writes and in shared mailboxes, by the newer form only', () => {
    const [old = '', modern = ''] = writeXml(source).split('VersionOverridesV1_1');
    for (const form of [old, modern]) expect(form).toContain('MessageComposeCommandSurface');
    expect([old, modern].map((form) => form.includes('<SupportsSharedFolders>true'))).toEqual([false, true]);
    expect(JSON.stringify(writeJson(source))).toContain('"Mailbox.SharedFolder"');
  });
});
