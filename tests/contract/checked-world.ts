import type { GraphSchema } from './graph-schema.ts';
import { graphWorld } from './graph-world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
type Answer = { status: number; body: any };

/** A world whose every answer is checked against the description as it comes. `visited`: gathers the operations that were asked. */
export function checkedWorld(schema: GraphSchema, visited = new Set<string>()) {
  const { graph, desk } = graphWorld();
  const problems: string[] = [];
  /** `like`: the address whose description holds for this one, too (a group's calendar is described nowhere here, a person's is). */
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}, like = path): Promise<Answer> => {
    const url = path.startsWith('http') ? path : `http://graph.local/v1.0${path}`;
    const init: RequestInit = { method, headers: { authorization: 'Bearer ann', 'content-type': 'application/json', ...headers } };
    if (body !== undefined) init.body = JSON.stringify(body);
    const answer = await graph.app.request(url, init);
    for (const name of Object.keys(desk.faults.counters)) visited.add(name);
    const text = await answer.text();
    const read = { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
    const problem = schema.problems(
      method,
      like.startsWith('http') ? like.replace('http://graph.local/v1.0', '') : like,
      read.status,
      read.body,
    );
    if (problem) problems.push(problem);
    return read;
  };
  return { graph, desk, call, problems };
}
