/** `npm run addin`: the manifest for the running service's TLS address, and how to side-load it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestSource, writeJson, writeXml } from '../../manifests/index.ts';
import { readOptions } from './read-options.ts';
import { readReady } from './read-ready.ts';
import { version } from './surface-config.ts';

const { data, out } = readOptions();
const ready = readReady(data);
const address = process.env.LOCKSTEP_PUBLIC_URL ?? ready.tls?.service;
if (address === undefined) {
  console.error(
    'The service does not listen by TLS, and Outlook loads add-ins by https only. Set LOCKSTEP_TLS_CERT and LOCKSTEP_TLS_KEY, or LOCKSTEP_PUBLIC_URL.',
  );
  process.exit(1);
}
const folder = join(out, 'manifests');
mkdirSync(folder, { recursive: true });
const source = manifestSource(address, version);
writeFileSync(join(folder, 'lockstep.xml'), writeXml(source));
writeFileSync(join(folder, 'manifest.json'), JSON.stringify(writeJson(source), null, 2));

console.log(`The pane is served at ${address}/taskpane/taskpane.html
${ready.tls === undefined ? '' : `Trust the certificate of this installation first: ${ready.tls.ca}\n`}
Manifests for that address: ${join(folder, 'lockstep.xml')} and ${join(folder, 'manifest.json')}

  Outlook on the web and new Outlook   open https://aka.ms/olksideload, My add-ins, Add a custom add-in, Add from file, lockstep.xml
  classic Outlook for Windows          the same page; it may take up to 24 hours to show there
  a whole company                      Microsoft 365 admin center, Settings, Integrated apps, Upload custom apps, manifest.json or lockstep.xml
  Exchange Server                      Exchange admin center, organization, add-ins, Add from file, lockstep.xml

Open a message: the ribbon shows "Open Lockstep" and "Force sync".`);
