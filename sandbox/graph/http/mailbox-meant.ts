import type { Call } from './call.ts';
import { callerName } from './caller.ts';

/**
 * Address of the mailbox that a request is about, for faults of one user: the one in the path, else the caller's own, else the one that all
 * items of a $batch name.
 */
export function mailboxMeant(call: Call): string | undefined {
  const { caller, store } = call;
  const names =
    call.params.user !== undefined ? [call.params.user] : caller.kind === 'delegated' ? [caller.userId] : namesInBatch(call.body);
  const ids = new Set(names.map((name) => store.findUser(name)?.id ?? callerName(caller)));
  const [only = ''] = ids;
  return ids.size === 1 ? (store.users.get(only)?.mail ?? undefined) : undefined;
}

function namesInBatch(body: unknown): string[] {
  const requests = (body as { requests?: unknown } | undefined)?.requests;
  if (!Array.isArray(requests)) return [];
  return requests.flatMap((request) => /^\/?users\/([^/?]+)/i.exec(String(request?.url))?.[1] ?? []).map(decoded);
}
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
