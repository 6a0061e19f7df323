import { clearMailboxJob } from '../lanes/jobs/clear-mailbox-job.ts';
import type { JobHandler } from '../lanes/jobs/ports.ts';
import { previewOrganization } from '../lanes/jobs/preview-organization.ts';
import { previewUser } from '../lanes/jobs/preview-user.ts';
import { undo } from '../lanes/jobs/undo.ts';
import type { LaneParts } from '../lanes/lane-parts.ts';
import { clearBooks, endClear, lanesOf, type Store, undoDesk } from '../store/index.ts';
import { pushSettingsJob } from './push-settings-job.ts';

/** Who does which kind of job, by kind. */
export function jobHandlers(lane: LaneParts, store: Store): Readonly<Record<string, JobHandler>> {
  const clear = clearMailboxJob(lane, {
    books: clearBooks(store, lane.ids),
    end: (held, job, at) => endClear(store, lane.ids, held, job, at),
  });
  return {
    preview: previewUser(lane),
    undo: undo(lane, undoDesk(store, lane.ids)),
    'preview-organization': previewOrganization(lane, {
      lanesOf: (customerId, organizationId) => lanesOf(store, customerId, organizationId),
    }),
    'push-settings': pushSettingsJob(store, lane.ids, lane.clock),
    reset: clear,
    reapply: clear,
  };
}
