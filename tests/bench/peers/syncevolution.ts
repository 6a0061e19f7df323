import { join } from 'node:path';
import { type Peer, runPeer } from './peer.ts';

const formats = { contacts: 'text/vcard', events: 'text/calendar' };

/** Without its dumps before and after each run, which cost it most of its time. */
export const syncevolution: Peer = {
  name: 'syncevolution',
  prepare(folder) {
    const program = ['syncevolution', '--daemon=no'];
    for (const [kind, format] of Object.entries(formats)) {
      const store = (side: string) => ['backend=file', `database=file://${join(folder, side, kind)}`, `databaseFormat=${format}`];
      const spare = ['dumpData=0', 'printChanges=0', 'maxlogdirs=1', 'preventSlowSync=0'];
      runPeer(folder, [...program, '--configure', '--template', 'none', ...spare, ...store('left'), 'target-config@bench', kind]);
      const client = ['syncURL=local://@bench', 'username=', 'password=', 'sync=two-way'];
      runPeer(folder, [
        ...program,
        '--configure',
        '--template',
        'SyncEvolution_Client',
        ...spare,
        ...client,
        ...store('right'),
        'bench',
        kind,
      ]);
    }
    return [[...program, 'bench']];
  },
};
