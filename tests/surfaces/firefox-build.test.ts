import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extensionManifest } from '../../web/build/extension-manifest.ts';
import { root } from '../../web/build/surface-config.ts';
import { builtSurfaces } from './built-surfaces.ts';

/** No Firefox and no Edge runs in these tests: what holds of them is shown by what was tried in Chromium, and by the rules of their stores. */
let chrome: string;
let firefox: string;
let folder: string;
let built: { status: number | null; stdout: string; stderr: string };
let manifest: Record<string, never> & {
  permissions: string[];
  background: object;
  sidebar_action: { default_panel: string; open_at_install: boolean };
  action: { default_popup: string };
  icons: Record<string, string>;
  browser_specific_settings: { gecko: { id: string; strict_min_version: string; data_collection_permissions: { required: string[] } } };
};

const files = (of: string): string[] =>
  readdirSync(of, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(of, name)).isFile())
    .sort();

beforeAll(async () => {
  chrome = (await builtSurfaces()).extension;
  folder = mkdtempSync(join(tmpdir(), 'lockstep-firefox-'));
  const command = [join(root, 'web/build/build-all.ts'), '--out', folder];
  built = spawnSync(process.execPath, command, { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } });
  firefox = join(folder, 'extension/firefox-mv3');
  manifest = JSON.parse(readFileSync(join(firefox, 'manifest.json'), 'utf8'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('npm run build makes all that it names, and says how to load each', () => {
  expect(built).toMatchObject({ status: 0, stderr: '' });
  const [, list = ''] = built.stdout.split(`Built into ${folder}:`);
  const named = [...list.matchAll(/^ {2}([a-z][\w/-]+) {2,}\S/gm)].map(([, name = '']) => name);
  expect(named).toEqual([...['chrome', 'edge', 'firefox'].map((name) => `extension/${name}-mv3`), 'web', 'office-addin', 'manifests']);
  expect(named.filter((name) => files(join(folder, name)).length === 0)).toEqual([]);
  expect(files(join(folder, 'manifests'))).toEqual(['lockstep.xml', 'manifest.json']);
  expect(files(join(folder, 'extension/edge-mv3'))).toEqual(files(chrome));
});

test('Firefox gets the very files that are tried in Chromium: the manifest alone is its own', () => {
  expect(files(firefox)).toEqual(files(chrome));
  const differing = files(chrome).filter((name) => !readFileSync(join(chrome, name)).equals(readFileSync(join(firefox, name))));
  expect(differing).toEqual(['manifest.json']);
});

test('its manifest holds nothing that only Chromium knows, and what Firefox and its store ask for', () => {
  const keys = Object.keys(manifest);
  expect(keys.filter((key) => ['key', 'minimum_chrome_version', 'side_panel', 'storage', 'content_scripts'].includes(key))).toEqual([]);
  expect(manifest.permissions).toEqual(['storage', 'identity']);
  expect(manifest.background).toEqual({ scripts: ['background.js'] });
  expect(manifest.sidebar_action).toMatchObject({ default_panel: 'sidepanel.html', open_at_install: false });
  const { gecko } = manifest.browser_specific_settings;
  expect(gecko.id).toMatch(/^[a-z0-9-._]+@[a-z0-9-.]+$/i);
  expect(Number.parseInt(gecko.strict_min_version, 10)).toBeGreaterThanOrEqual(142);
  expect(gecko.data_collection_permissions.required.length).toBeGreaterThan(0);
});

test('every file that it names is there, and none is larger than its store takes', () => {
  const named = [manifest.sidebar_action.default_panel, manifest.action.default_popup, 'background.js', ...Object.values(manifest.icons)];
  expect(named.filter((name) => !existsSync(join(firefox, name)))).toEqual([]);
  expect(files(firefox).filter((name) => statSync(join(firefox, name)).size > 5_000_000)).toEqual([]);
});

test('its pages hold no script of their own: the policy of extensions forbids it', () => {
  const pages = files(firefox).filter((name) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.filter((name) => /<script(?![^>]*\bsrc=)|\son\w+=|javascript:/i.test(readFileSync(join(firefox, name), 'utf8')))).toEqual(
    [],
  );
});

test('Edge gets what Chrome gets', () => expect(extensionManifest('edge')).toEqual(extensionManifest('chrome')));
