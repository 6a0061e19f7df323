import type { Fault } from '../../sandbox/faults/faults.ts';
import { minutes, openWatching, type Scene, type ScenePerson, type Watching } from '../scene/index.ts';

export interface Hearing {
  /** `act` is what Graph tells of; `script`: the faults that go on. */
  hear(person: ScenePerson, how: 'arrives' | 'is lost' | 'is doubled', script: readonly Fault[], act: () => void): Promise<void>;
  close(): Promise<void>;
}

const lost = (scene: Scene) => scene.counters()['graph.notifications.lost'] ?? 0;
const kinds = { 'is lost': 'lost-answer', 'is doubled': 'duplicate-delivery' } as const;

/** Change notifications of a life, from the first that is asked for. */
export function hearHints(scene: Scene): Hearing {
  let watching: Watching | null = null;
  const subscribed = async (person: ScenePerson) =>
    (await scene.rows("SELECT 1 FROM subscription WHERE user_id = $1 AND resource LIKE '%contacts%'", [person.userId])).length > 0;
  return {
    async hear(person, how, script, act) {
      watching ??= await openWatching(scene);
      scene.faults([]);
      await watching.keep();
      await watching.told();
      const told = how === 'arrives' ? [] : [{ at: 'graph.subscriptions.notify', nth: 1, do: kinds[how] }];
      scene.faults(told);
      const given = lost(scene);
      act();
      await watching.told();
      scene.faults([...script]);
      // Graph gives us three real seconds: a machine that is busier than that hears nothing, and may.
      if (how === 'is lost' || lost(scene) > given || !(await subscribed(person))) return;
      const [lane] = await scene.store.asSystem(({ query }) =>
        query<{ due_at: Date; enabled: boolean }>(
          'SELECT l.due_at, u.synchronization_enabled AS enabled FROM lane l JOIN "user" u ON u.id = l.user_id WHERE l.user_id = $1',
          [person.userId],
        ),
      );
      const wait = (lane?.due_at.getTime() ?? 0) - scene.parts.clock.now();
      if (lane?.enabled && wait > minutes) throw new Error(`a notification ${how}, and ${person.name} is due in ${wait / minutes} minutes`);
    },
    close: async () => watching?.close(),
  };
}
