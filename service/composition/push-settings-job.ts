import type { FieldChange } from '../../core/model/index.ts';
import type { Clock } from '../../core/sync/index.ts';
import { type Directory, type Push, type PushResult, type PushTarget, pushTo } from '../http/index.ts';
import type { ClaimedJob, JobHandler, JobRowNote } from '../lanes/jobs/ports.ts';
import { directory, type Store } from '../store/index.ts';

interface Progress {
  /** Targets that are through. */
  done: number;
  /** What the one under way was going to come to: after a kill it is found made already, and it was this job that made it. */
  planned: PushResult[] | null;
}

const plain = (value: unknown): FieldChange['before'] =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) ? (value as FieldChange['before']) : JSON.stringify(value);

const actions = { made: 'update', 'taken-back': 'restore', unchanged: 'skip', refused: 'skip' } as const;

const toRow = (result: PushResult, change: Push['changes'][number] | undefined): JobRowNote => ({
  ...{ name: `${result.level} ${result.id} ${result.key}`, userId: result.level === 'user' ? result.id : null },
  ...{ side: null, object: null, direction: null, remoteId: null, action: actions[result.result], reason: null, title: result.name },
  outcome: result.result === 'refused' ? 'refused' : 'done',
  fields: [
    { field: result.key, before: plain(result.before?.value ?? null), after: plain(change && 'value' in change ? change.value : null) },
  ],
  recipients: [],
  detail: { ...result },
});

const gone = ({ level, id }: PushTarget): JobRowNote => ({
  ...{ name: `${level} ${id}`, userId: null, side: null, object: null, direction: null, remoteId: null, action: 'skip' },
  ...{ outcome: 'refused', reason: 'gone', title: null, fields: [], recipients: [], detail: { level, id } },
});

/** Pushed settings, target by target; each is noted with how far the job is, so that a kill repeats one target, to the same end. */
export function pushSettingsJob(store: Store, ids: { next(): string }, clock: Clock): JobHandler {
  const books: Directory = directory(store, ids);
  return async ({ job, note, stop }) => {
    const { targets, ...push } = job.parameters as unknown as Push & { targets: PushTarget[] };
    const { done: from = 0, planned: begun = null } = job.progress as Partial<Progress>;
    const counts: Record<string, number> = { ...job.counts };
    const desk = { wall: [job.customerId], directory: books, act: await actingFor(store, job, clock) };
    for (let at = from; at < targets.length; at += 1) {
      stop.throwIfAborted();
      const target = targets[at] as PushTarget;
      let planned = at === from ? begun : null;
      if (planned === null) {
        planned = (await pushTo({ ...desk, dryRun: true }, target, push)) ?? null;
        await note({ progress: { done: at, planned } });
      }
      const made = await pushTo(desk, target, push);
      const results = made?.map((result, place) => ({ ...result, ...same(planned?.[place]) }));
      const rows = results?.map((result, place) => toRow(result, push.changes[place])) ?? [gone(target)];
      for (const { result } of results ?? [{ result: 'gone' }]) counts[result] = (counts[result] ?? 0) + 1;
      counts.targets = (counts.targets ?? 0) + 1;
      await note({ rows, progress: { done: at + 1, planned: null }, counts });
    }
    return { state: 'done', counts };
  };
}

/** What was said before it was made holds: made again after a kill, it would be called unchanged. */
const same = (planned: PushResult | undefined): Partial<PushResult> =>
  planned === undefined ? {} : { result: planned.result, before: planned.before, problem: planned.problem };

/** In the name of who asked for it. */
async function actingFor(store: Store, job: ClaimedJob, clock: Clock) {
  const [account] = await store.asCustomers([job.customerId], ({ query }) =>
    query<{ email: string }>('SELECT email FROM account WHERE id = $1', [job.requestedBy]),
  );
  if (job.requestedBy === null) throw new TypeError('a push is asked for by somebody');
  const actor = { accountId: job.requestedBy, email: account?.email ?? '' };
  return (_customerId: string, ...activities: 'settings-changed'[]) => ({
    ...{ actor, onBehalfOf: job.onBehalfOf, source: job.source, activities },
    at: new Date(clock.now()).toISOString(),
  });
}
