import type { BenchCase } from './bench-case.ts';
import { bigMailbox } from './big-mailbox.ts';
import { edits } from './edits.ts';
import { latency } from './latency.ts';
import { mail } from './mail.ts';
import { series } from './series.ts';
import { sharedMeetings } from './shared-meetings.ts';
import { wholeService } from './whole-service.ts';

/** By the name that --only takes. */
export const cases = { edits, series, mail, shared: sharedMeetings, latency, big: bigMailbox, service: wholeService } satisfies Record<
  string,
  BenchCase
>;
export type CaseName = keyof typeof cases;
