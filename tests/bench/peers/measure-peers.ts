import { measureWorld } from '../measure-world.ts';
import type { WorldMeasure } from '../measurement.ts';
import { measurePeer, type PeerMeasure } from './measure-peer.ts';
import { syncevolution } from './syncevolution.ts';
import { vdirsyncer } from './vdirsyncer.ts';

export interface PeersMeasure {
  n: number;
  lockstep: WorldMeasure;
  peers: PeerMeasure[];
}

/** Both peers and Lockstep on the same N, one after another. */
export async function measurePeers(n: number, profile: string | null): Promise<PeersMeasure> {
  const lockstep = await measureWorld({ direction: 'up', n, profile });
  return { n, lockstep, peers: [vdirsyncer, syncevolution].map((peer) => measurePeer(peer, n)) };
}
