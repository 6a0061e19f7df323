import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Ask } from '../../contract/client/index.ts';
import { useApp } from '../app/index.ts';
import { type Trouble, toTrouble } from '../connect/index.ts';

export type Rehearsal = Answer<'POST /api/organizations/{id}/rehearsal'>;

export type RehearsalState =
  | { kind: 'none' }
  | { kind: 'running' }
  | { kind: 'done'; rehearsal: Rehearsal }
  | { kind: 'failed'; trouble: Trouble };

/** One rehearsal at a time; `clear` where what was rehearsed is no longer what stands in the form. An answer that comes after it is dropped. */
export const useRehearsal = (organizationId: string) => {
  const app = useApp();
  const [state, setState] = useState<RehearsalState>({ kind: 'none' });
  const newest = useRef(0);
  const clear = (): void => {
    newest.current += 1;
    setState({ kind: 'none' });
  };
  useEffect(
    () => () => {
      newest.current += 1;
    },
    [],
  );
  const run = async (body: Ask<'POST /api/organizations/{id}/rehearsal'>['body']): Promise<void> => {
    newest.current += 1;
    const mine = newest.current;
    setState({ kind: 'running' });
    let next: RehearsalState;
    try {
      const rehearsal = await app.service.client.call('POST /api/organizations/{id}/rehearsal', { path: { id: organizationId }, body });
      next = { kind: 'done', rehearsal };
    } catch (error) {
      next = { kind: 'failed', trouble: toTrouble(error, app.host.online()) };
      app.noticed(next.trouble);
    }
    if (newest.current === mine) setState(next);
  };
  return { state, run, clear };
};
