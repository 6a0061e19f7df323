import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface RequestSample {
  method: string;
  /** The pattern, never an address with ids: labels must stay few. */
  route: string;
  status: number;
  milliseconds: number;
}

export interface SessionSample {
  trigger: string;
  state: string;
  milliseconds: number;
  requests: Readonly<Record<'outlook' | 'salesforce', { http: number; operations: number }>>;
  counts: readonly { object: string; direction: string; created: number; updated: number; deleted: number; failed: number; held: number }[];
}

const outcomes = ['created', 'updated', 'deleted', 'failed', 'held'] as const;

/** Numbers for Prometheus. No label names a customer, a user or an item. */
export const createMetrics = (gauges: { waitingLanes?: () => Promise<number> } = {}) => {
  const registers = [new Registry()];
  collectDefaultMetrics({ register: registers[0] as Registry });
  const requests = new Histogram({
    name: 'lockstep_http_request_seconds',
    help: 'Requests to the API',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const sessions = new Histogram({
    name: 'lockstep_session_seconds',
    help: 'Synchronization sessions from claim to ledger',
    labelNames: ['trigger', 'state'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
    registers,
  });
  const provider = new Counter({
    name: 'lockstep_provider_requests_total',
    help: 'HTTP requests to Microsoft Graph and Salesforce, and operations inside them',
    labelNames: ['side', 'kind'],
    registers,
  });
  const items = new Counter({
    name: 'lockstep_items_total',
    help: 'Items by outcome',
    labelNames: ['object', 'direction', 'outcome'],
    registers,
  });
  const { waitingLanes } = gauges;
  if (waitingLanes) {
    new Gauge({
      name: 'lockstep_lanes_waiting',
      help: 'Mailboxes whose time has come',
      registers,
      async collect() {
        this.set(await waitingLanes());
      },
    });
  }

  return {
    request: (sample: RequestSample): void =>
      requests.observe({ method: sample.method, route: sample.route, status: String(sample.status) }, sample.milliseconds / 1000),
    session(sample: SessionSample): void {
      sessions.observe({ trigger: sample.trigger, state: sample.state }, sample.milliseconds / 1000);
      for (const side of ['outlook', 'salesforce'] as const) {
        provider.inc({ side, kind: 'http' }, sample.requests[side].http);
        provider.inc({ side, kind: 'operation' }, sample.requests[side].operations);
      }
      for (const { object, direction, ...count } of sample.counts) {
        for (const outcome of outcomes) if (count[outcome] > 0) items.inc({ object, direction, outcome }, count[outcome]);
      }
    },
    /** What became of change notifications, as their desk counts it: a rising `forged` or `dropped` is a reason to look. */
    watchHints(read: () => Readonly<Record<string, number>>): void {
      new Counter({
        name: 'lockstep_change_notifications_total',
        help: 'Change notifications of Microsoft Graph by what became of them',
        labelNames: ['outcome'],
        registers,
        collect() {
          this.reset();
          for (const [outcome, count] of Object.entries(read())) this.inc({ outcome }, count);
        },
      });
    },
    /** The answer to GET /metrics. */
    async read(): Promise<{ contentType: string; text: string }> {
      const [registry] = registers;
      return { contentType: registry?.contentType ?? 'text/plain', text: (await registry?.metrics()) ?? '' };
    },
  };
};
export type Metrics = ReturnType<typeof createMetrics>;
