export { type Announcement, announce, liveChannel } from './announce.ts';
export { type Acting, type Change, recordAct } from './record-act.ts';
