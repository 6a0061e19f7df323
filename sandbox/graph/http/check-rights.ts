import type { GraphStore } from '../store/graph-store.ts';
import type { GraphCaller } from './caller.ts';
import { GraphError } from './graph-error.ts';
import { refusals } from './refusals.ts';

/** Contacts.ReadWrite grants Contacts.Read; application forms end in .All for the directory (User.Read.All grants User.Read). */
function grants(held: string, needed: string): boolean {
  if (held === needed || held === `${needed}.All`) return true;
  const [heldArea, heldVerb] = held.split('.');
  const [area, verb] = needed.split('.');
  if (area === 'User' && heldArea === 'Directory') return true;
  return heldArea === area && verb === 'Read' && heldVerb === 'ReadWrite';
}

/** Does the token carry the permission? Delegated permissions are scopes, application permissions are roles. */
export function checkPermission(caller: GraphCaller, needed: string | undefined): void {
  if (needed === undefined) return;
  const held = caller.kind === 'delegated' ? caller.scopes : caller.roles;
  if (held.some((one) => grants(one.replace(/^https:\/\/graph\.microsoft\.com\//, ''), needed))) return;
  if (needed.startsWith('User.') || needed.startsWith('Application.'))
    throw new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  throw refusals.accessDenied();
}

/** A person reaches the own mailbox only; an application every mailbox, unless it is scoped (RBAC for Applications). */
export function checkMailbox(caller: GraphCaller, store: GraphStore, userId: string): void {
  if (caller.kind === 'delegated' ? caller.userId !== userId : !store.mayReach(caller.appId, userId)) throw refusals.accessDenied();
}
