import type { Fault } from '../../faults/faults.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import type { Notifier } from '../subscriptions/notifier.ts';
import type { Answer } from './answer.ts';
import type { GraphCaller } from './caller.ts';
import type { Preferences } from './preferences.ts';

/** One request, as an operation sees it: alone over HTTP or as an item of a $batch. */
export interface Call {
  method: string;
  /** e.g. http://127.0.0.1:4404, for links */
  origin: string;
  /** path as the client wrote it, below /v1.0, for links */
  path: string;
  /** what stands in braces in the route */
  params: Record<string, string>;
  /** the first argument of a function segment, e.g. delta() or supportedTimeZones(TimeZoneStandard=...) */
  functionArguments: string;
  query: Map<string, string>;
  prefer: Preferences;
  header(name: string): string | undefined;
  body: unknown;
  caller: GraphCaller;
  store: GraphStore;
  notifier: Notifier;
  fault: Fault | undefined;
  /** runs another request in the name of the same caller ($batch) */
  dispatch(request: InnerRequest): Promise<Answer>;
}

/** A request on something inside one mailbox. */
export interface MailboxCall extends Call {
  mailbox: MailboxStore;
}

export interface InnerRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

interface OperationBase {
  /** name at the fault desk and of the counter */
  name: string;
  /** permission that the token needs; ReadWrite implies Read */
  right: string | undefined;
  /** query options that this operation serves; all others are refused by name */
  options?: readonly string[];
}
export interface Operation extends OperationBase {
  of: 'tenant';
  answer(call: Call): Answer | Promise<Answer>;
}
export interface MailboxOperation extends OperationBase {
  of: 'mailbox';
  answer(call: MailboxCall): Answer | Promise<Answer>;
}
/** The calendar of a Microsoft 365 group: a mailbox that belongs to nobody. */
export interface GroupOperation extends OperationBase {
  of: 'group';
  answer(call: MailboxCall): Answer | Promise<Answer>;
}
export type AnyOperation = Operation | MailboxOperation | GroupOperation;
