/** What a surface knew last, and the clicks that still wait to be sent. */
export { type Cache, type Known, openCache, type Waiting } from './cache.ts';
export { memoryCache } from './memory-cache.ts';
