import type { Faults } from '../faults/faults.ts';
import { misbehave } from '../faults/misbehave.ts';
import type { Desk } from '../world/desk.ts';
import type { Answer, Backend, Call, Operation } from './call.ts';
import { matchPath } from './match-path.ts';
import { operations } from './operations/index.ts';
import { refusalBody } from './refusal-body.ts';
import { SalesforceError } from './salesforce-error.ts';

/** Finds the operation of a call and runs it under the fault desk, for lone requests and for the parts of a composite alike. */
export function createDispatcher(desk: Desk, backend: Backend): (call: Omit<Call, 'params'>) => Promise<Answer> {
  for (const operation of operations) desk.faults.register(operation.name);
  const refuse = (status: number) => Response.json(refusalBody(status), { status });
  return async (unmatched) => {
    const found = match(unmatched.method, unmatched.path);
    if ('answer' in found) return found.answer;
    const call: Call = { ...unmatched, params: found.params };
    let direct: Answer | undefined;
    const response = await misbehave({ ...desk, refuse }, found.operation.name, faultUser(desk.faults, call.user), async (fault) => {
      const answer = await runOperation(found.operation, call, backend, desk, fault);
      // Without a fault the body need not be written here: a composite takes it as it is.
      if (!fault) direct = answer;
      return fault ? toResponse(answer) : new Response(null);
    });
    return direct ?? fromResponse(response);
  };
}

async function runOperation(
  operation: Operation,
  call: Call,
  backend: Backend,
  desk: Desk,
  fault: Parameters<Operation['run']>[2],
): Promise<Answer> {
  try {
    const run = () => operation.run(call, backend, fault);
    const { undo } = call;
    return await desk.world.transaction(() => (undo ? backend.org.within(undo, run) : run()));
  } catch (error) {
    if (error instanceof SalesforceError) return { status: error.status, body: error.body };
    throw error;
  }
}

function match(method: string, path: string): { operation: Operation; params: Record<string, string> } | { answer: Answer } {
  let fits = false;
  for (const operation of operations) {
    const params = matchPath(operation.path, path);
    if (!params) continue;
    if (operation.method === method) return { operation, params };
    fits = true;
  }
  if (!fits) return { answer: { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] } };
  const message = `HTTP Method '${method}' not allowed. Allowed are HEAD,GET,POST,PATCH,DELETE`;
  return { answer: { status: 405, body: [{ errorCode: 'METHOD_NOT_ALLOWED', message }] } };
}

/** A fault may name a user by user name, e-mail or id. */
function faultUser(faults: Faults, user: Call['user']): string {
  const names = [user.username, user.email, user.id];
  return faults.script.find((fault) => fault.user !== undefined && names.includes(fault.user))?.user ?? user.username;
}

export function toResponse(answer: Answer): Response {
  const headers: Record<string, string> = { 'content-type': 'application/json;charset=UTF-8', ...answer.headers };
  const empty = answer.status === 204 || answer.status === 304;
  const asItIs = typeof answer.body === 'string' && headers['content-type'] === 'text/html';
  const text = asItIs ? String(answer.body) : JSON.stringify(answer.body ?? null);
  return new Response(empty ? null : (answer.bytes ?? text), { status: answer.status, headers });
}

/** What a fault made of an answer; a body that is no JSON stays the text it is. */
async function fromResponse(response: Response): Promise<Answer> {
  const text = await response.text();
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'content-type'));
  try {
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers };
  } catch {
    return {
      status: response.status,
      body: text,
      headers: { ...headers, 'content-type': response.headers.get('content-type') ?? 'text/html' },
    };
  }
}
