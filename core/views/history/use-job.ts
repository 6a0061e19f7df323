import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Ask, Job } from '../../contract/client/index.ts';
import { send, useApp } from '../app/index.ts';

type Starter = 'POST /api/users/{id}/preview' | 'POST /api/sessions/{id}/undo' | 'POST /api/users/{id}/items/undo';
export type Row = Answer<'GET /api/jobs/{id}/rows'>['items'][number];

export interface JobView {
  job: Job | undefined;
  rows: readonly Row[];
  more: boolean;
  busy: boolean;
  begin<K extends Starter>(route: K, ask: Ask<K>): Promise<void>;
  /** Shows a job that was begun before. */
  follow(job: Job): void;
  showMore(): Promise<void>;
  forget(): void;
}

const ended = (job: Job): boolean => job.state !== 'queued' && job.state !== 'running';
const pollEvery = 2_000;

/** A job from the click to its rows: told by live events, asked every two seconds where they do not come. */
export const useJob = (): JobView => {
  const app = useApp();
  const [job, setJob] = useState<Job | undefined>(undefined);
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const current = useRef<string | undefined>(undefined);

  const page = async (id: string, from: string | null): Promise<void> => {
    const query = { limit: 50, ...(from === null ? {} : { cursor: from }) };
    const answer = await app.service.client.call('GET /api/jobs/{id}/rows', { path: { id }, query });
    if (current.current !== id) return;
    setRows((before) => (from === null ? answer.items : [...before, ...answer.items]));
    setCursor(answer.nextCursor);
  };
  const look = async (id: string): Promise<void> => {
    try {
      const found = await app.service.client.call('GET /api/jobs/{id}', { path: { id } });
      if (current.current !== id) return;
      setJob(found);
      if (ended(found)) await page(id, null);
    } catch {
      // Not there for a moment: the next look tells.
    }
  };
  const follow = (found: Job): void => {
    current.current = found.id;
    setJob(found);
    setRows([]);
    setCursor(null);
    void look(found.id);
  };
  const open = job !== undefined && !ended(job);
  useEffect(() => {
    if (!open || job === undefined) return undefined;
    const stops = [
      app.feed.subscribe((event) => {
        if (event.kind === 'job.changed' && event.data.jobId === job.id) void look(job.id);
      }),
      app.host.clock.every(pollEvery, () => void look(job.id)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [app, open, job?.id]);

  return {
    job,
    rows,
    more: cursor !== null,
    busy: sending || open,
    async begin(route, ask) {
      setSending(true);
      const sent = await send(app, route, ask);
      setSending(false);
      if ('answer' in sent) follow(sent.answer as Job);
    },
    follow,
    showMore: async () => (job && cursor !== null ? page(job.id, cursor) : undefined),
    forget() {
      current.current = undefined;
      setJob(undefined);
      setRows([]);
    },
  };
};
