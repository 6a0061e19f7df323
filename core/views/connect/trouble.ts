import { ApiProblem } from '../../contract/client/index.ts';

/** Why a screen cannot show the present. Closed: each has its words in core/text/states.ts. */
export type TroubleKind = 'offline' | 'unreachable' | 'signed-out' | 'not-allowed' | 'not-found' | 'too-old' | 'failed';

export interface Trouble {
  kind: TroubleKind;
  /** The service's own words, where it has said something. */
  detail: string;
  problem: ApiProblem | null;
}

const kindByStatus: Readonly<Record<number, TroubleKind>> = { 401: 'signed-out', 403: 'not-allowed', 404: 'not-found', 426: 'too-old' };

/** Sorts what a call threw. Anything but ApiProblem is a bug of ours and thrown on. */
export const toTrouble = (error: unknown, online: boolean): Trouble => {
  if (!(error instanceof ApiProblem)) throw error;
  const unreachable: TroubleKind = online ? 'unreachable' : 'offline';
  const kind = error.code === 'unreachable' ? unreachable : (kindByStatus[error.status] ?? 'failed');
  return { kind, detail: error.message, problem: error };
};
