/** The administrator's summary, and finding a user to sync. */
export { FindUser } from './find-user.tsx';
export { StateCounts } from './state-counts.tsx';
export { Summary } from './summary.tsx';
