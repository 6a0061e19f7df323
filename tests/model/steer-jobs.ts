import { customizationDesk, jobs } from '../../service/store/index.ts';
import { attemptJob, minutes, readJob, type Scene, type ScenePerson, sceneAct } from '../scene/index.ts';

export interface SteerJobs {
  /** Undoes the nth newest session of that mailbox; answers the titles of what it may have touched. */
  undo(person: ScenePerson, back: number): Promise<Touched>;
  reset(person: ScenePerson): Promise<void>;
  /** Whether a job has this mailbox. */
  holds(person: ScenePerson): boolean;
  /** Again and again, until none is left; they wait for what a fault put off. */
  finish(): Promise<void>;
}

interface Touched {
  titles: string[];
  mails: boolean;
}

/** Jobs on mailboxes as people begin them; one that a fault puts off is gone on with later. */
export function steerJobs(scene: Scene, parts: () => Scene['parts']): SteerJobs {
  const open = new Map<string, ScenePerson>();
  const book = () => jobs(scene.store, scene.parts.ids);
  const attempt = async (id: string): Promise<void> => {
    await attemptJob(scene, id, { parts: parts() });
    const { job } = await readJob(scene, id);
    if (job.state === 'done' || job.state === 'failed' || job.state === 'cancelled') open.delete(id);
  };
  return {
    holds: (person) => [...open.values()].includes(person),
    async undo(person, back) {
      const sessions = await scene.rows<{ id: string }>(
        "SELECT id FROM session WHERE user_id = $1 AND counts::text <> '[]' ORDER BY started_at DESC, id DESC",
        [person.userId],
      );
      const session = sessions[back % Math.max(1, sessions.length)];
      if (!session) return { titles: [], mails: false };
      const wish = { kind: 'undo', userId: person.userId, parameters: { scope: { sessionId: session.id }, dryRun: false } } as const;
      const { id } = await book().start({ ...wish, customerId: scene.customerId }, sceneAct(scene));
      open.set(id, person);
      await attempt(id);
      const { rows } = await readJob(scene, id);
      return { titles: rows.flatMap((row) => row.title ?? []), mails: rows.some((row) => row.object === 'email') };
    },
    async reset(person) {
      const mailbox = { customerId: scene.customerId, userId: person.userId };
      const started = await customizationDesk(scene.store, scene.parts.ids).start(mailbox, 'reset', sceneAct(scene));
      if (!started.ok) return;
      open.set(started.jobId, person);
      await attempt(started.jobId);
    },
    async finish() {
      for (let round = 0; open.size > 0; round += 1) {
        if (round === 20) throw new Error(`jobs that never end: ${[...open.keys()].join(', ')}`);
        scene.advance(31 * minutes);
        for (const id of [...open.keys()]) await attempt(id);
      }
    },
  };
}
