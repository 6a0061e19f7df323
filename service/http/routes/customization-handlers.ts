import { resolveSettings, settingValues, wantedPieces } from '../../../core/customization/index.ts';
import { presentJob } from '../answers/present-job.ts';
import type { Asked, Handlers } from '../handler.ts';
import { HttpProblem } from '../problems/index.ts';
import { notFound, reachUser, wallOf } from '../reach/index.ts';
import { reachLevel } from './reach-level.ts';

type Clearing = 'POST /api/users/{id}/reset' | 'POST /api/users/{id}/reapply';

const clear = async (asked: Asked<Clearing>, kind: 'reset' | 'reapply') => {
  const { options, caller, path } = asked;
  const user = await reachUser(asked, path.id, 'user.customize');
  const mailbox = { customerId: user.customerId, userId: user.id };
  const started = await options.customization.start(mailbox, kind, asked.act(user.customerId));
  if (!started.ok) throw new HttpProblem('job_in_progress', `This mailbox is being worked on (${started.kind}): job ${started.jobId}.`);
  const job = await options.jobs.job(wallOf(caller), started.jobId);
  if (job === undefined) throw notFound('job');
  return { job: presentJob(job) };
};

export const customizationHandlers: Pick<
  Handlers,
  'GET /api/users/{id}/customization' | 'GET /api/users/{id}/customization/clearing' | Clearing
> = {
  'GET /api/users/{id}/customization': async (asked) => {
    const { options, caller, path } = asked;
    const wall = wallOf(caller);
    const user = await reachUser(asked, path.id, 'user.read');
    const { chain } = await reachLevel(asked, 'user', path.id, 'user.read');
    const [made, pieces, reset, reapply] = await Promise.all([
      options.directory.settings(wall, chain),
      options.customization.pieces(wall, user.id),
      options.jobs.newest(wall, user.id, 'reset'),
      options.jobs.newest(wall, user.id, 'reapply'),
    ]);
    const [newest] = [reset, reapply].flatMap((job) => (job ? [job] : [])).sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
    return {
      initialized: user.initializedAt !== null,
      pieces,
      wanted: wantedPieces(settingValues(resolveSettings(made))),
      job: newest ? presentJob(newest) : null,
    };
  },

  'GET /api/users/{id}/customization/clearing': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'user.customize');
    const { objects, pairs, pieces } = await asked.options.customization.preview(wallOf(asked.caller), user.id);
    return { objects: [...objects], pairs, pieces: [...pieces] };
  },

  'POST /api/users/{id}/reset': (asked) => clear(asked, 'reset'),
  'POST /api/users/{id}/reapply': (asked) => clear(asked, 'reapply'),
};
