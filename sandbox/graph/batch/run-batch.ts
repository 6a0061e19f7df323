import { type Answer, ok } from '../http/answer.ts';
import type { Call, Operation } from '../http/call.ts';
import { type BatchItem, readBatch } from './read-batch.ts';

/** Outlook runs up to four items of a batch at a time; they take the same slots as requests on their own. */
const atOnce = 4;
type Response = { id: string; status: number; headers: Record<string, string>; body?: unknown };

export const runBatch: Operation = {
  of: 'tenant',
  name: 'graph.batch',
  right: undefined,
  async answer(call) {
    const items = readBatch(call.body);
    const done = new Map<string, Promise<Answer>>();
    const finished: Response[] = [];
    const waiting = [...items];
    const work = async () => {
      for (let item = waiting.shift(); item; item = waiting.shift()) {
        const answer = runItem(call, item, done);
        done.set(item.id, answer);
        finished.push(asItem(item.id, await answer));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return ok({ responses: shuffled(finished) });
  },
};

async function runItem(call: Call, item: BatchItem, done: Map<string, Promise<Answer>>): Promise<Answer> {
  for (const id of item.dependsOn) {
    const before = await done.get(id);
    if (!before || before.status >= 400)
      return { status: 424, body: { error: { code: 'FailedDependency', message: `The request depends on '${id}', which failed.` } } };
  }
  if (/^\/\$batch/i.test(item.url))
    return { status: 400, body: { error: { code: 'BadRequest', message: 'A batch may not hold a batch.' } } };
  return call.dispatch({ method: item.method, url: item.url, headers: item.headers, body: item.body });
}

function asItem(id: string, answer: Answer): Response {
  const headers = answer.body === undefined ? { ...answer.headers } : { 'Content-Type': 'application/json', ...answer.headers };
  return answer.body === undefined ? { id, status: answer.status, headers } : { id, status: answer.status, headers, body: answer.body };
}

/** Answers come in any order: a client that goes by place instead of id shall notice. */
function shuffled(responses: Response[]): Response[] {
  return [...responses.filter((_, i) => i % 2 === 1), ...responses.filter((_, i) => i % 2 === 0)];
}
