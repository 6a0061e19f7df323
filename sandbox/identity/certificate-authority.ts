import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export interface Certificates {
  /** path of the authority's certificate, for NODE_EXTRA_CA_CERTS */
  caFile: string;
  /** PEM texts */
  ca: string;
  key: string;
  cert: string;
}

const run = promisify(execFile);
const week = 7 * 86_400_000;
const names = 'DNS:localhost,IP:127.0.0.1,IP:::1';

/**
 * The local authority of a data folder: made once, kept, shared by all parts that find it there. ca.crt and ca.key sign localhost.crt and localhost.key.
 * Node can sign data but not certificates, so the openssl command does it; `undefined` where it is missing: go on without TLS.
 */
export async function keepCertificates(folder: string): Promise<Certificates | undefined> {
  if (!isUsable(folder)) {
    try {
      await run('openssl', ['version']);
    } catch {
      return undefined;
    }
    await make(folder);
  }
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { caFile: join(folder, 'ca.crt'), ca: read('ca.crt'), key: read('localhost.key'), cert: read('localhost.crt') };
}

function isUsable(folder: string): boolean {
  if (!['ca.crt', 'ca.key', 'localhost.crt', 'localhost.key'].every((name) => existsSync(join(folder, name)))) return false;
  const leaf = new X509Certificate(readFileSync(join(folder, 'localhost.crt')));
  return Date.parse(leaf.validTo) > Date.now() + week;
}

/** Made aside and moved into place whole: two parts that start at once end with one authority. */
async function make(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const aside = mkdtempSync(`${folder}.new-`);
  const file = (name: string) => join(aside, name);
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  try {
    writeFileSync(
      file('request.cnf'),
      `[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nCN=Lockstep sandbox (this computer only)\n[ca]\nbasicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n[leaf]\nsubjectAltName=${names}\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n`,
    );
    if (!keepAuthority(folder, aside)) {
      await run('openssl', [
        'req',
        '-x509',
        ...curve,
        '-days',
        '3650',
        '-config',
        file('request.cnf'),
        '-extensions',
        'ca',
        '-keyout',
        file('ca.key'),
        '-out',
        file('ca.crt'),
      ]);
    }
    await run('openssl', [
      'req',
      '-new',
      ...curve,
      '-subj',
      '/CN=localhost',
      '-config',
      file('request.cnf'),
      '-keyout',
      file('localhost.key'),
      '-out',
      file('localhost.csr'),
    ]);
    await run('openssl', [
      'x509',
      '-req',
      '-in',
      file('localhost.csr'),
      '-CA',
      file('ca.crt'),
      '-CAkey',
      file('ca.key'),
      '-CAcreateserial',
      '-days',
      '397',
      '-extfile',
      file('request.cnf'),
      '-extensions',
      'leaf',
      '-out',
      file('localhost.crt'),
    ]);
    for (const name of ['request.cnf', 'localhost.csr', 'ca.srl']) rmSync(file(name), { force: true });
    moveIntoPlace(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** A folder is only ever replaced when what stands there is of no use: another part may have been quicker. */
function moveIntoPlace(aside: string, folder: string): void {
  try {
    renameSync(aside, folder);
  } catch (failure) {
    if (!existsSync(folder)) throw failure;
    if (isUsable(folder)) return;
    rmSync(folder, { recursive: true, force: true });
    renameSync(aside, folder);
  }
}

/** Only the leaf ran out: sign a new one under the authority that the browsers of this computer may already trust. */
function keepAuthority(folder: string, aside: string): boolean {
  if (!existsSync(join(folder, 'ca.crt')) || !existsSync(join(folder, 'ca.key'))) return false;
  for (const name of ['ca.crt', 'ca.key']) writeFileSync(join(aside, name), readFileSync(join(folder, name)), { mode: 0o600 });
  return true;
}
