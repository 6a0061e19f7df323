export { createLog, type Log, type LogOptions } from './create-log.ts';
export { createMetrics, type Metrics } from './create-metrics.ts';
export { createTelemetry, type RequestEvent, type SessionEvent, type Telemetry } from './create-telemetry.ts';
export { scrub } from './scrub.ts';
