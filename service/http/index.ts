export type { ApiOptions, ClockDesk } from './api-options.ts';
export { createApi } from './create-api.ts';
export type * from './ports/index.ts';
export { type Push, type PushResult, pushTo } from './routes/push-settings.ts';
export type { PushTarget } from './routes/push-target.ts';
