import { z } from 'zod';
import { instant, reasonCode } from '../model/index.ts';
import { type ProblemCode, problemStatus } from './problem-code.ts';

/** One field that could not be taken: where it stands, what is wrong, what to do. */
export const problemField = z.object({
  where: z.string(),
  what: z.string(),
  todo: z.string(),
  /** Where the rule has a code: it and what it names, to be said in another language. A newer service may know more codes. */
  code: z.string().optional(),
  values: z.record(z.string(), z.string()).optional(),
});
export type ProblemField = z.infer<typeof problemField>;

/**
 * RFC 9457 problem details, media type application/problem+json. `code` is stable and closed; `title` and `detail` are for people and may
 * change. https://www.rfc-editor.org/rfc/rfc9457
 */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    /** What the reader can do about it. */
    todo: z.string().optional(),
    /** The request id, to find it in the log. */
    instance: z.string().optional(),
    errors: z.array(problemField).optional(),
    /** With 429: when the same request will be taken. */
    retryAt: instant.optional(),
    /** With client_too_old. */
    minClient: z.string().optional(),
    /** With synchronization_off: why. */
    reason: reasonCode.optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
