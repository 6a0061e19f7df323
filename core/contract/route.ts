import type { ZodObject, ZodType } from 'zod';
import type { Action } from '../access/index.ts';
import type { ProblemCode } from './problem-code.ts';

/**
 * One operation of the API. The key in `routes` is "METHOD /path/{parameter}", so that a client needs no table at run time. Answers are
 * open objects (a newer service may add fields); bodies and queries are strict (an unknown field is a mistake of the sender, and is said).
 */
export interface RouteContract {
  summary: string;
  /** What core/access is asked; `signed-in`: any account; `public`: no token. */
  access: Action | 'signed-in' | 'public';
  path?: ZodObject;
  query?: ZodObject;
  body?: ZodObject;
  /** Success: one status with its body; null for none. */
  status: 200 | 201 | 202 | 204;
  answer: ZodType | null;
  /** Problems beside those that any route can give. */
  problems: readonly ProblemCode[];
}
