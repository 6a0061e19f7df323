import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Peer, runPeer, versionOf } from './peer.ts';
import { editFolders, seedFolders } from './seed-folders.ts';

/** Milliseconds of its runs. */
export interface PeerTimes {
  first: number;
  nothing: number;
  changed: number;
}

export interface PeerMeasure {
  name: string;
  n: number;
  version: string | null;
  /** Null where it is not installed. */
  times: PeerTimes | null;
}

/** First sync of N + N items, a run without a change, a run with 1 % edited. @throws where not all of it arrived. */
export function measurePeer(peer: Peer, n: number): PeerMeasure {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-peer-'));
  try {
    const version = versionOf(folder, peer.name);
    if (version === null) return { name: peer.name, n, version, times: null };
    seedFolders(folder, n);
    const commands = peer.prepare(folder);
    const timed = () => {
      const began = performance.now();
      for (const command of commands) runPeer(folder, command);
      return performance.now() - began;
    };
    const first = timed();
    arrived(peer, folder, 'first sync', { items: 2 * n, edited: 0 });
    const nothing = timed();
    const edited = editFolders(folder, n);
    const changed = timed();
    arrived(peer, folder, '1 % changed', { items: 2 * n, edited });
    return { name: peer.name, n, version, times: { first, nothing, changed } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function arrived({ name }: Peer, folder: string, run: string, expected: { items: number; edited: number }): void {
  const texts = ['contacts', 'events'].flatMap((kind) => {
    const right = join(folder, 'right', kind);
    return readdirSync(right).map((file) => readFileSync(join(right, file), 'utf8'));
  });
  const found = { items: texts.length, edited: texts.filter((text) => /^(?:TITLE|LOCATION):edited/m.test(text)).length };
  if (found.items !== expected.items || found.edited !== expected.edited)
    throw new Error(`${name}, ${run}: found ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}
