/** Who holds the bearer token: a signed-in person (own mailbox only) or an application with roles over many mailboxes. */
export type GraphCaller = { kind: 'delegated'; userId: string; scopes: string[] } | { kind: 'application'; appId: string; roles: string[] };

/** A name for counters and token generations that tells two clients of one mailbox apart. */
export function callerName(caller: GraphCaller): string {
  return caller.kind === 'delegated' ? `user:${caller.userId}` : `app:${caller.appId}`;
}
