import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Fault } from '../../faults/faults.ts';
import { misbehave } from '../../faults/misbehave.ts';
import { checkGroup } from '../groups/check-group.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { Notifier } from '../subscriptions/notifier.ts';
import type { Answer } from './answer.ts';
import type { Call, GroupOperation, InnerRequest, MailboxCall, MailboxOperation, Operation } from './call.ts';
import { callerName, type GraphCaller } from './caller.ts';
import { checkOptions } from './check-options.ts';
import { checkMailbox, checkPermission } from './check-rights.ts';
import { errorAnswer, faultError, type RequestIds } from './error-answer.ts';
import { type Route, RouteTree } from './find-route.ts';
import { GraphError } from './graph-error.ts';
import { mailboxMeant } from './mailbox-meant.ts';
import { readPreferences } from './preferences.ts';
import { readQuery } from './read-query.ts';
import { refusals } from './refusals.ts';
import { graphLimits, type Limits, Slots } from './slots.ts';

interface RequestFrame {
  caller: GraphCaller;
  origin: string;
  ids: RequestIds;
  /** ends when the client hangs up, so that a request kept waiting gives its slot back */
  aborted: AbortSignal | undefined;
}
const unread = new Response(null);

/** From a request to its answer: route, rights, options, slot, fault desk, operation. $batch comes back here for each item. */
export class Dispatcher {
  readonly #store: GraphStore;
  readonly #notifier: Notifier;
  readonly #routes: RouteTree;
  readonly #slots: Slots;

  constructor(store: GraphStore, notifier: Notifier, routes: readonly Route[], limits: Limits = graphLimits) {
    this.#store = store;
    this.#notifier = notifier;
    this.#routes = new RouteTree(routes);
    this.#slots = new Slots(store.desk.clock, limits);
    store.desk.world.onReset(() => this.#slots.clear());
    for (const [, , operation] of routes) store.desk.faults.register(operation.name);
  }

  async answer(request: InnerRequest, frame: RequestFrame): Promise<Answer> {
    try {
      return await this.#route(request, frame);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      if (error.status === 429) this.#store.desk.faults.count('graph.throttled');
      return errorAnswer(error, frame.ids, this.#store.desk.clock);
    }
  }

  async #route(request: InnerRequest, frame: RequestFrame): Promise<Answer> {
    const [path = '', search = ''] = request.url.split(/\?(.*)/s, 2);
    const found = this.#routes.find(request.method, path.replace(/^\/me(?=\/|$)/i, `/users/${meOf(frame.caller, path)}`));
    const { operation, params } = found;
    const call: Call = {
      method: request.method,
      origin: frame.origin,
      path,
      params,
      functionArguments: found.functionArguments,
      query: readQuery(search),
      prefer: readPreferences(header(request.headers, 'prefer')),
      header: (name) => header(request.headers, name),
      body: request.body,
      caller: frame.caller,
      store: this.#store,
      notifier: this.#notifier,
      fault: undefined,
      dispatch: (inner) => this.answer(inner, frame),
    };
    checkPermission(frame.caller, operation.right);
    checkOptions(call.query, operation.options ?? [], operation.name);
    if (operation.of === 'tenant')
      return this.#run(operation.name, frame, mailboxMeant(call), (fault) => operation.answer({ ...call, fault }));
    return operation.of === 'group' ? this.#inGroup(operation, call, frame) : this.#inMailbox(operation, call, frame);
  }

  #inGroup(operation: GroupOperation, call: Call, frame: RequestFrame): Promise<Answer> {
    const group = this.#store.groups.get(call.params.group ?? '');
    if (!group) throw refusals.noSuchMailbox();
    checkGroup(frame.caller, group);
    const mailbox = this.#store.mailbox(group.id);
    const answer = (fault: Fault | undefined) => operation.answer({ ...call, fault, mailbox } satisfies MailboxCall);
    return this.#slots.within(
      `${callerName(frame.caller)}|${group.id}`,
      () => this.#run(operation.name, frame, group.mail, answer),
      frame.aborted,
    );
  }

  #inMailbox(operation: MailboxOperation, call: Call, frame: RequestFrame): Promise<Answer> {
    const user = this.#store.findUser(call.params.user ?? '');
    if (!user) throw refusals.noSuchMailbox();
    checkMailbox(frame.caller, this.#store, user.id);
    if (!user.mail) throw refusals.mailboxNotEnabled();
    const mailbox = this.#store.mailbox(user.id);
    const answer = (fault: Fault | undefined) => operation.answer({ ...call, fault, mailbox } satisfies MailboxCall);
    return this.#slots.within(
      `${callerName(frame.caller)}|${user.id}`,
      () => this.#run(operation.name, frame, user.mail ?? undefined, answer),
      frame.aborted,
    );
  }

  /** Without a fault the answer stays plain data: no Response is built and read again for each item of a $batch. */
  async #run(
    name: Operation['name'],
    frame: RequestFrame,
    user: string | undefined,
    run: (fault: Fault | undefined) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    const { faults, clock } = this.#store.desk;
    let plain: Answer | undefined;
    const refuse = (status: number) => asResponse(errorAnswer(faultError(status), frame.ids, clock));
    const response = await misbehave({ faults, clock, refuse }, name, user, async (fault) => {
      plain = await this.#guarded(run, fault, frame);
      return fault ? asResponse(plain) : unread;
    });
    if (response === unread && plain) return plain;
    await nextTurn();
    return fromResponse(response);
  }

  async #guarded(
    run: (fault: Fault | undefined) => Answer | Promise<Answer>,
    fault: Fault | undefined,
    frame: RequestFrame,
  ): Promise<Answer> {
    try {
      return await this.#store.desk.world.transaction(() => run(fault));
    } catch (error) {
      if (error instanceof GraphError) return errorAnswer(error, frame.ids, this.#store.desk.clock);
      throw error;
    }
  }
}

function header(headers: Record<string, string>, name: string): string | undefined {
  return headers[name.toLowerCase()];
}

function meOf(caller: GraphCaller, path: string): string {
  if (caller.kind === 'delegated') return caller.userId;
  if (/^\/me(?=\/|$)/i.test(path)) throw refusals.badRequest('/me request is only valid with delegated authentication flow.');
  return '';
}

export function asResponse(answer: Answer): Response {
  const headers = new Headers(answer.headers);
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  if (!headers.has('content-type'))
    headers.set('content-type', 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8');
  const isPlain = typeof answer.body === 'string' || answer.body instanceof Uint8Array;
  const content = isPlain ? (answer.body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(answer.body);
  return new Response(content, { status: answer.status, headers });
}

async function fromResponse(response: Response): Promise<Answer> {
  const headers = Object.fromEntries(response.headers);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length === 0) return { status: response.status, headers };
  const json = headers['content-type']?.startsWith('application/json');
  return { status: response.status, headers, body: json ? JSON.parse(new TextDecoder().decode(bytes)) : bytes };
}
