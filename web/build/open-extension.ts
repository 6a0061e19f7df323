/** `npm run extension`: Chromium with the extension loaded and the running service already said. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension } from './build-extension.ts';
import { readOptions } from './read-options.ts';
import { readReady } from './read-ready.ts';

const { data, out } = readOptions();
const ready = readReady(data);
const chromium =
  process.env.CHROMIUM_PATH ??
  ['chromium', 'chromium-browser', 'google-chrome'].find((name) => spawnSync(name, ['--version']).status === 0);
if (chromium === undefined) {
  console.error('No Chromium on PATH. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.');
  process.exit(1);
}
if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.error('No screen to show a browser on (neither DISPLAY nor WAYLAND_DISPLAY is set). Run it where you sit, or under xvfb-run.');
  process.exit(1);
}
console.log('building the extension ...');
// In a folder of its own: what is shipped knows no service.
const extension = await buildExtension('chrome', join(out, 'extension-here'), ready.service);
const profile = join(out, 'chromium-profile');
mkdirSync(profile, { recursive: true });
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
console.log(`The extension is loaded and knows the service at ${ready.service}`);
console.log('The side panel opens from the toolbar popup; close the window, or press Ctrl-C, to end.');
const child = spawn(
  chromium,
  [
    ...asRoot,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    ready.console,
  ],
  { stdio: 'inherit' },
);
child.on('exit', (code) => process.exit(code ?? 0));
process.on('SIGINT', () => child.kill());
