import { Hono } from 'hono';
import { GraphSchema, hasReferenceData } from '../../contract/graph-schema.ts';

/** Read once in each worker; absent where Microsoft's published description is not at hand. */
const schema = hasReferenceData ? new GraphSchema() : undefined;

/** The same emulator; every answer of it that goes out whole is held against the description of its operation. */
export function heldAgainstDescription(emulator: Hono): { app: Hono; problems: string[] } {
  const problems: string[] = [];
  if (schema === undefined) return { app: emulator, problems };
  const app = new Hono();
  app.all('*', async (context) => {
    const answer = await emulator.fetch(context.req.raw, context.env);
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    if (answer.headers.has('x-hono-already-sent') || !isJson) return answer;
    const body: unknown = await answer.clone().json();
    const problem = schema.problems(context.req.method, new URL(context.req.url).pathname.replace('/v1.0', ''), answer.status, body);
    if (problem !== undefined && !problem.startsWith('no operation')) problems.push(problem);
    return answer;
  });
  return { app, problems };
}
