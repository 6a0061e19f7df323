import type { z } from 'zod';
import type { RouteKey, Routes } from '../index.ts';

type Input<T> = T extends z.ZodType ? z.input<T> : never;
type Part<K extends RouteKey, P extends string> = Routes[K] extends Record<P, infer T> ? Input<T> : undefined;
/** A part is asked for only where the route has one, and may be left out where all of its fields may. */
type Given<P extends string, T> = [T] extends [undefined]
  ? { [K in P]?: undefined }
  : Record<string, never> extends T
    ? { [K in P]?: T }
    : { [K in P]: T };

/** What a route takes. */
export type Ask<K extends RouteKey> = Given<'path', Part<K, 'path'>> & Given<'query', Part<K, 'query'>> & Given<'body', Part<K, 'body'>>;

/** What a route answers; undefined for 204. */
export type Answer<K extends RouteKey> = Routes[K]['answer'] extends z.ZodType ? z.output<Routes[K]['answer']> : undefined;

/** One element of a list route. */
export type Item<K extends RouteKey> = Answer<K> extends { items: (infer T)[] } ? T : never;
