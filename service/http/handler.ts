import type { Context } from 'hono';
import type { z } from 'zod';
import type { RouteKey, Routes } from '../../core/contract/index.ts';
import type { ActivityType } from '../../core/model/index.ts';
import type { ApiOptions } from './api-options.ts';
import type { Environment } from './environment.ts';
import type { Act, Caller } from './ports/index.ts';

type Out<T> = T extends z.ZodType ? z.output<T> : undefined;
type Part<K extends RouteKey, P extends string> = Routes[K] extends Record<P, infer T> ? Out<T> : undefined;

/** A request whose parts were checked, of a caller who holds the route's right at least somewhere. */
export interface Asked<K extends RouteKey> {
  path: Part<K, 'path'>;
  query: Part<K, 'query'>;
  body: Part<K, 'body'>;
  caller: Routes[K]['access'] extends 'public' ? undefined : Caller;
  options: ApiOptions;
  /** The world's time, milliseconds since 1970. */
  now: number;
  /** Who does it, for audit and activity. */
  act(customerId: string, ...activities: ActivityType[]): Act;
  context: Context<Environment>;
}

/** Answers the body of the route's success, or throws HttpProblem. */
export type Handler<K extends RouteKey> = (
  asked: Asked<K>,
) => Promise<Routes[K]['answer'] extends z.ZodType ? z.input<Routes[K]['answer']> : undefined>;

/** `GET /api/events` streams and is registered by itself. */
export type AnsweredRoute = Exclude<RouteKey, 'GET /api/events'>;
export type Handlers<K extends RouteKey = AnsweredRoute> = { [R in K]: Handler<R> };
