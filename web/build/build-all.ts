/** `npm run build`: all that people install, into dist/, and how to load each. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestSource, writeJson, writeXml } from '../../manifests/index.ts';
import { buildExtension } from './build-extension.ts';
import { buildPages } from './build-pages.ts';
import { readOptions } from './read-options.ts';
import { version } from './surface-config.ts';

const say = (text: string): void => console.log(text);
const { out } = readOptions();
const address = process.env.LOCKSTEP_PUBLIC_URL ?? 'https://localhost:4401';

say('console and task pane ...');
await buildPages({ force: true, outDir: out, officeJs: process.env.LOCKSTEP_OFFICE_JS === 'cdn' ? 'cdn' : 'service' });
for (const browser of ['chrome', 'edge', 'firefox'] as const) {
  say(`extension for ${browser} ...`);
  await buildExtension(browser, join(out, 'extension'));
}
const manifests = join(out, 'manifests');
mkdirSync(manifests, { recursive: true });
writeFileSync(join(manifests, 'lockstep.xml'), writeXml(manifestSource(address, version)));
writeFileSync(join(manifests, 'manifest.json'), JSON.stringify(writeJson(manifestSource(address, version)), null, 2));

say(`
Built into ${out}:
  extension/chrome-mv3    chrome://extensions, Developer mode, "Load unpacked", this folder
  extension/edge-mv3      edge://extensions, Developer mode, "Load unpacked", this folder
  extension/firefox-mv3   about:debugging, This Firefox, "Load Temporary Add-on", its manifest.json
  web                     the console; the service serves it at /console/
  office-addin            Outlook's pages; the service serves them at /taskpane/
  manifests               lockstep.xml (all of Outlook, Exchange Server) and manifest.json (Microsoft 365), for ${address}
                          (LOCKSTEP_PUBLIC_URL sets another address; LOCKSTEP_OFFICE_JS=cdn takes office.js from Microsoft)
  To try the add-in: npm run addin. To try the extension: npm run extension.`);
