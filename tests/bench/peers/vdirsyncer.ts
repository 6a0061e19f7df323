import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Peer, runPeer } from './peer.ts';

const kinds = { contacts: '.vcf', events: '.ics' };

export const vdirsyncer: Peer = {
  name: 'vdirsyncer',
  prepare(folder) {
    const storage = (name: string, path: string, extension: string) =>
      [`[storage ${name}]`, 'type = "filesystem"', `path = "${path}"`, `fileext = "${extension}"`].join('\n');
    const pairs = Object.entries(kinds).map(([kind, extension]) =>
      [
        [`[pair ${kind}]`, `a = "${kind}_left"`, `b = "${kind}_right"`, 'collections = null'].join('\n'),
        storage(`${kind}_left`, join(folder, 'left', kind), extension),
        storage(`${kind}_right`, join(folder, 'right', kind), extension),
      ].join('\n\n'),
    );
    const config = join(folder, 'vdirsyncer.conf');
    writeFileSync(config, `${['[general]', `status_path = "${join(folder, 'status')}"`].join('\n')}\n\n${pairs.join('\n\n')}\n`);
    runPeer(folder, ['vdirsyncer', '-c', config, 'discover']);
    return [['vdirsyncer', '-c', config, 'sync']];
  },
};
