import type { JobHandler } from '../lanes/jobs/ports.ts';
import type { LaneParts } from '../lanes/run-mailbox.ts';

/** Who does which kind of job, by kind. */
export function jobHandlers(_lane: LaneParts): Readonly<Record<string, JobHandler>> {
  return {};
}
