export { inJob } from './in-job.ts';
export { jobDesk } from './job-desk.ts';
export type { JobMailbox, MailboxPage } from './job-mailboxes.ts';
export { type ClaimedJob, type JobEnd, JobLost, type JobNote, type JobRowNote } from './job-types.ts';
export { type JobRecord, type JobRowFilter, jobs } from './jobs.ts';
export { lanesOf, type PreviewedLane } from './lanes-of.ts';
export { type JobAsk, startJob } from './start-job.ts';
