import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { ApiOptions } from '../api-options.ts';
import type { Environment } from '../environment.ts';
import type { Caller } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';

export interface Outcome {
  status: number;
  body: unknown;
}

const keyForm = /^[\x21-\x7e]{1,200}$/;

/**
 * A POST with an Idempotency-Key is done once: the same request again gets the first answer. Only successes are kept: what was refused
 * may well be taken later. https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export const rememberAnswer = async (
  context: Context<Environment>,
  caller: Caller,
  options: Pick<ApiOptions, 'idempotency' | 'surroundings'>,
  run: () => Promise<Outcome>,
): Promise<Outcome> => {
  const key = context.req.header('idempotency-key');
  if (key === undefined) return run();
  if (!keyForm.test(key)) {
    const errors = [{ where: 'header.Idempotency-Key', what: 'Not 1 to 200 visible characters', todo: 'Send a UUID.' }];
    throw new HttpProblem('invalid_input', 'The header Idempotency-Key cannot be read.', { errors });
  }
  const requestHash = createHash('sha256')
    .update(`${context.req.method}\n${context.req.path}\n${await context.req.text()}`)
    .digest('hex');
  const at = new Date(options.surroundings.now()).toISOString();
  const first = await options.idempotency.begin({ accountId: caller.accountId, key, requestHash, at });
  if (!first.fresh) {
    if (first.requestHash !== requestHash) throw new HttpProblem('idempotency_key_reused');
    if (first.status === null) throw new HttpProblem('request_in_progress');
    context.header('idempotency-replayed', 'true');
    return { status: first.status, body: first.body };
  }
  try {
    const outcome = await run();
    await options.idempotency.finish({ accountId: caller.accountId, key, status: outcome.status, body: outcome.body });
    return outcome;
  } catch (error) {
    await options.idempotency.forget({ accountId: caller.accountId, key });
    throw error;
  }
};
