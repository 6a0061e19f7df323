import { presentJob } from '../answers/present-job.ts';
import { presentUser } from '../answers/present-user.ts';
import type { Handlers } from '../handler.ts';
import { HttpProblem } from '../problems/index.ts';
import { reachOrganization, reachUser, wallOf } from '../reach/index.ts';

export const previewHandlers: Pick<
  Handlers,
  | 'POST /api/users/{id}/preview'
  | 'GET /api/users/{id}/preview'
  | 'POST /api/users/{id}/preview/confirm'
  | 'GET /api/organizations/{id}/preview'
  | 'POST /api/organizations/{id}/preview'
> = {
  'POST /api/users/{id}/preview': async (asked) => {
    const { id: userId, customerId, configuredAt } = await reachUser(asked, asked.path.id, 'user.preview');
    if (configuredAt === null)
      throw new HttpProblem(
        'not_connected',
        'Mailbox and Salesforce of this user are not both connected yet, so there is nothing to read.',
      );
    const ask = { kind: 'preview', customerId, userId, parameters: {}, join: true };
    return presentJob(await asked.options.jobs.start(ask, asked.act(customerId)));
  },

  'GET /api/users/{id}/preview': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'user.preview');
    const job = await asked.options.jobs.newest(wallOf(asked.caller), user.id, 'preview');
    return { job: job ? presentJob(job) : null, awaitsConfirmation: user.awaitsPreview };
  },

  'POST /api/users/{id}/preview/confirm': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'user.switch-synchronization');
    const newest = await asked.options.jobs.newest(wallOf(asked.caller), user.id, 'preview');
    if (newest?.id !== asked.body.jobId || newest.state !== 'done') {
      throw new HttpProblem(
        'preview_needed',
        'This is not the newest finished preview of this user. Ask for a preview and look at it first.',
      );
    }
    await asked.options.directory.confirmPreview(wallOf(asked.caller), user.id, newest.id, asked.act(user.customerId));
    return presentUser(await reachUser(asked, user.id, 'user.read'), asked.now);
  },

  'GET /api/organizations/{id}/preview': async (asked) => {
    const { id } = await reachOrganization(asked, asked.path.id, 'user.preview');
    const { jobs } = asked.options;
    const wall = wallOf(asked.caller);
    const [job, lanes] = await Promise.all([jobs.newestOf(wall, id, 'preview-organization'), jobs.lanesIn(wall, id)]);
    return { job: job ? presentJob(job) : null, ...lanes };
  },

  'POST /api/organizations/{id}/preview': async (asked) => {
    const { id: organizationId, customerId } = await reachOrganization(asked, asked.path.id, 'user.preview');
    const ask = { kind: 'preview-organization', customerId, organizationId, parameters: {}, join: true };
    return presentJob(await asked.options.jobs.start(ask, asked.act(customerId)));
  },
};
