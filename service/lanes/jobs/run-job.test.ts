import { describe, expect, test } from 'vitest';
import { SyncFailure } from '../../../core/model/index.ts';
import { LaneLost } from '../../../core/sync/index.ts';
import { JobLost } from '../../store/index.ts';
import type { ClaimedJob, JobDesk, JobHandler } from './ports.ts';
import { runJob } from './run-job.ts';

const job: ClaimedJob = {
  id: 'job',
  kind: 'count',
  customerId: 'customer',
  organizationId: null,
  userId: 'user',
  requestedBy: null,
  onBehalfOf: null,
  source: 'test',
  parameters: {},
  progress: {},
  counts: {},
  epoch: 1,
};
const start = Date.parse('2026-01-05T08:00:00.000Z');

/** One attempt with this handler: what was booked, and what was reported as unforeseen. */
async function attempt(handler: JobHandler, given: Partial<JobDesk> = {}) {
  const booked: unknown[] = [];
  const failures: unknown[] = [];
  const desk: JobDesk = {
    due: async () => [],
    unsettled: async () => [],
    claim: async () => job,
    renew: async () => true,
    note: async (_job, note) => void booked.push(note),
    finish: async (_job, end) => void booked.push(end),
    postpone: async (_job, until) => void booked.push(until),
    reclaim: async () => 0,
    ...given,
  };
  const clock = { now: () => start, sleep: async () => {} };
  const parts = {
    jobs: desk,
    handlers: { count: handler },
    clock,
    wall: () => start,
    worker: 'one',
    failed: (error: unknown) => void failures.push(error),
  };
  const result = await runJob(parts, job.id, new AbortController().signal).catch((error: unknown) => error);
  return { result, booked, failures };
}

describe('a job', () => {
  test('notes what came out and ends', async () => {
    const { result, booked } = await attempt(async ({ note }) => {
      await note({ counts: { seen: 1 } });
      return { state: 'done', counts: { seen: 2 } };
    });
    expect(result).toBe('ended');
    expect(booked).toEqual([
      { counts: { seen: 1 }, at: '2026-01-05T08:00:00.000Z' },
      { state: 'done', counts: { seen: 2 }, reason: null, message: null, at: '2026-01-05T08:00:00.000Z' },
    ]);
  });

  test('that nobody may claim is left alone', async () => {
    const claim = async () => null;
    expect((await attempt(async () => ({ state: 'done', counts: {} }), { claim })).result).toBe('not-due');
  });

  test.each([
    [
      'retry-at',
      { kind: 'retry-at', at: '2026-01-05T09:00:00.000Z', scope: 'mailbox', code: '429', message: 'slow' },
      { dueAt: '2026-01-05T09:00:00.000Z', reason: 'parked-throttled' },
    ],
    [
      'sign-in',
      { kind: 'sign-in', final: true, side: 'salesforce', code: 'invalid_grant', message: 'gone' },
      { state: 'failed', reason: 'sign-in-salesforce', message: 'gone' },
    ],
    [
      'refused',
      { kind: 'refused', code: '403', message: 'no', fields: [], scope: 'mailbox' },
      { state: 'failed', reason: 'refused', message: 'no' },
    ],
  ] as const)('that meets a provider saying %s waits or fails with its words', async (_name, error, expected) => {
    const { booked, failures } = await attempt(async () => {
      throw new SyncFailure(error);
    });
    expect(booked).toEqual([expect.objectContaining(expected)]);
    expect(failures).toEqual([]);
  });

  test('whose mailbox another worker took comes back soon', async () => {
    const { result, booked } = await attempt(async () => {
      throw new LaneLost('user');
    });
    expect(result).toBe('later');
    expect(booked).toEqual([{ state: 'later', dueAt: '2026-01-05T08:00:05.000Z', reason: 'running' }]);
  });

  test('that breaks is reported and fails without its inner words', async () => {
    const { booked, failures } = await attempt(async () => {
      throw new TypeError('undefined is not a mail body');
    });
    expect(booked).toEqual([expect.objectContaining({ state: 'failed', reason: 'bug', message: 'TypeError' })]);
    expect(failures).toHaveLength(1);
  });

  test('that another worker took books nothing', async () => {
    const note = async () => {
      throw new JobLost(job.id);
    };
    const { result, booked } = await attempt(
      async (work) => {
        await work.note({});
        return { state: 'done', counts: {} };
      },
      { note },
    );
    expect(result).toBe('lost');
    expect(booked).toEqual([]);
  });
});
