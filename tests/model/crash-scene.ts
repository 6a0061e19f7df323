import { minutes, openScene, type Scene, type ScenePerson, written } from '../scene/index.ts';
import type { FreshDatabase } from '../setup/index.ts';
import { type Break, breakpoint } from './breakpoint.ts';
import { disturb, disturbMails, populate, populateMails } from './crash-acts.ts';
import { asText, playedKinds, recordAsText } from './played-kinds.ts';

export interface Ending {
  outlook: string[];
  salesforce: string[];
  /** Live links, and their states. */
  links: string[];
  /** Open issues by reason. */
  issues: string[];
  /** Mails with a record, and their files. */
  saved: string[];
  /** What our writes would have sent. */
  mails: number;
  /** What the last session still wrote. */
  restless: number;
}

export interface CrashRun {
  calls: readonly string[];
  ending: Ending;
}

/** `small`: contacts alone. `rich`: every kind of object, mails with files too, and a case for each way in which the two sides can differ. */
export type Size = 'small' | 'rich';

/**
 * One life of a mailbox: linked items, then people edit, create and delete on both sides, then a run that is broken at its call number
 * `at`, then as many undisturbed runs as it takes. Call 0 breaks nothing. Calls are those of the engine's ports (both providers, store,
 * desk) and below them each request of both adapters.
 */
export async function crashRun(at: number, how: Break, size: Size, database: FreshDatabase): Promise<CrashRun> {
  const point = breakpoint();
  const scene = await openScene({ wrap: point.provider, fetch: point.fetch, database, settings: { 'email.up': size === 'rich' } });
  try {
    const [ann] = scene.people as [ScenePerson];
    const kinds = size === 'rich' ? playedKinds : playedKinds.slice(0, 1);
    for (const kind of kinds) populate(scene, ann, kind);
    const folder = size === 'rich' ? populateMails(scene, ann) : null;
    await scene.settle();
    for (const kind of kinds) disturb(scene, ann, kind);
    if (folder) await disturbMails(scene, ann, folder);
    scene.advance(31 * minutes);
    const real = { store: scene.parts.store, desk: scene.parts.desk };
    Object.assign(scene.parts, { store: point.port('store', real.store), desk: point.port('desk', real.desk) });
    point.arm(at, how);
    await scene.sync().catch(() => {});
    const calls = [...point.calls];
    point.disarm();
    // The process is started again: the lease of the one that died runs out in real time.
    Object.assign(scene.parts, { ...real, wall: () => Date.now() + 61_000 });
    scene.advance(31 * minutes);
    const sessions = await scene.settle();
    return { calls, ending: await endingOf(scene, ann, written(sessions.at(-1) as (typeof sessions)[number])) };
  } finally {
    await scene.close();
  }
}

export async function endingOf(scene: Scene, person: ScenePerson, restless: number): Promise<Ending> {
  const links = await scene.rows<{ object: string; state: string; count: number }>(
    "SELECT object, state, count(*)::int AS count FROM link WHERE state <> 'ended' AND user_id = $1 GROUP BY object, state ORDER BY object, state",
    [person.userId],
  );
  const issues = await scene.rows<{ reason: string }>("SELECT reason FROM issue WHERE state = 'open' AND user_id = $1 ORDER BY reason", [
    person.userId,
  ]);
  const outlook = playedKinds.flatMap((kind) => kind.items(person.mailbox).map((item) => `${kind.object} ${asText(kind, item)}`));
  const salesforce = playedKinds.flatMap((kind) =>
    scene
      .records(kind.sobject)
      .filter((row) => row.OwnerId === person.salesforceId)
      .map((row) => `${kind.object} ${recordAsText(kind, row)}`),
  );
  const titles = (sobject: string, field: string) => scene.records(sobject).map((row) => `${sobject} ${String(row[field])}`);
  const mails = Object.entries(scene.counters()).reduce((sum, [name, sent]) => sum + (name.startsWith('mails.') ? sent : 0), 0);
  return {
    outlook: outlook.sort(),
    salesforce: salesforce.sort(),
    links: links.map(({ object, state, count }) => `${object} ${state} ${count}`),
    issues: issues.map((issue) => issue.reason),
    saved: [...titles('EmailMessage', 'Subject'), ...titles('ContentDocument', 'Title')].sort(),
    mails,
    restless,
  };
}
