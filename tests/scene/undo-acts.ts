import { expect } from 'vitest';
import type { JobRowRecord } from '../../service/http/index.ts';
import { doJob } from './do-job.ts';
import { type Scene, written } from './open-scene.ts';

/** What scenarios of undo do in a scene, with its first person. `scene`: the one that is open when they do it. */
export const undoActs = (scene: () => Scene) => {
  const ann = () => {
    const [first] = scene().people;
    if (!first) throw new Error('nobody');
    return first;
  };
  const wish = (scope: object, dryRun = false) => ({ kind: 'undo', userId: ann().userId, parameters: { scope, dryRun, own: true } });
  return {
    ann,
    org: () => scene().salesforce.org,
    /** Undoes one item, or one change of it. */
    undoItem: (scope: object) => doJob(scene(), wish(scope)),
    undo: (sessionId: string, dryRun = false) => doJob(scene(), wish({ sessionId }, dryRun)),
    done: (rows: readonly JobRowRecord[]) => rows.map((row) => `${row.action} ${row.outcome}${row.reason ? ` ${row.reason}` : ''}`).sort(),
    /** A next sync that has nothing to do, twice: nothing bounces back. */
    expectQuiet: async (): Promise<void> => {
      for (let run = 0; run < 2; run += 1) {
        scene().advance(31 * 60_000);
        expect(written(await scene().sync())).toBe(0);
      }
    },
  };
};
