import type { SessionCount, SessionRequests, SessionState } from '../../core/model/index.ts';

export interface SceneSession {
  id: string;
  state: SessionState;
  counts: SessionCount[];
  requests: SessionRequests;
  reason: string | null;
  error: { message?: string } | null;
}
