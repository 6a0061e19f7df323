export type { ApiOptions, ClockDesk } from './api-options.ts';
export { createApi } from './create-api.ts';
export type * from './ports/index.ts';
export { type Push, type PushResult, type PushTarget, pushTo } from './routes/index.ts';
