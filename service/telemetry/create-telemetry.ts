import { createLog, type Log, type LogOptions } from './create-log.ts';
import { createMetrics, type Metrics, type RequestSample, type SessionSample } from './create-metrics.ts';

export interface RequestEvent extends RequestSample {
  requestId: string;
  accountId: string | null;
  client: string | null;
  code: string | null;
}

export interface SessionEvent extends SessionSample {
  sessionId: string;
  userId: string;
  customerId: string;
  reason: string | null;
  issues: number;
}

export interface Telemetry {
  log: Log;
  metrics: Metrics;
  /** One structured event for each request: what service/http asks as its RequestLog. */
  requests: { request(event: RequestEvent): void; failure(event: { requestId: string; route: string; error: unknown }): void };
  /** One structured event for each session. */
  session(event: SessionEvent): void;
}

/** Requests for machines (health, metrics, clock) would drown the rest: they are counted, but logged only when they fail. */
const quiet = new Set(['GET /api/health', 'GET /metrics', 'GET /clock', 'POST /clock']);

export const createTelemetry = (options: LogOptions & { waitingLanes?: () => Promise<number> }): Telemetry => {
  const log = createLog(options);
  const metrics = createMetrics(options.waitingLanes ? { waitingLanes: options.waitingLanes } : {});
  return {
    log,
    metrics,
    requests: {
      request(event) {
        metrics.request(event);
        if (quiet.has(event.route) && event.status < 500) return;
        const level = event.status >= 500 ? 'warn' : 'info';
        log[level]('request', { ...event });
      },
      failure: ({ error, ...event }) => log.error('request failed', error, event),
    },
    session(event) {
      metrics.session(event);
      log[event.state === 'failed' ? 'warn' : 'info']('session', { ...event });
    },
  };
};
