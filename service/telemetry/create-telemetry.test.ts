import { describe, expect, test } from 'vitest';
import { createTelemetry, scrub } from './index.ts';

const setUp = () => {
  const lines: string[] = [];
  const telemetry = createTelemetry({
    part: 'service',
    destination: { write: (line) => void lines.push(line) },
    waitingLanes: async () => 3,
  });
  return { telemetry, lines, events: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
};
const request = {
  requestId: 'r1',
  method: 'GET',
  route: 'GET /api/users',
  status: 200,
  milliseconds: 12,
  accountId: 'a1',
  client: 'pane/0.1.0',
  code: null,
};
const session = {
  sessionId: 's1',
  userId: 'u1',
  customerId: 'c1',
  trigger: 'schedule',
  state: 'partly',
  reason: null,
  issues: 1,
  milliseconds: 800,
  requests: { outlook: { http: 2, operations: 5 }, salesforce: { http: 1, operations: 1 } },
  counts: [{ object: 'contact', direction: 'up', created: 3, updated: 0, deleted: 0, failed: 1, held: 0 }],
};

describe('the log', () => {
  test('has one JSON line for each request and session', () => {
    const { telemetry, events } = setUp();
    telemetry.requests.request(request);
    telemetry.session(session);
    expect(events()).toMatchObject([
      { level: 'info', part: 'service', event: 'request', route: 'GET /api/users', status: 200, accountId: 'a1' },
      { level: 'info', event: 'session', sessionId: 's1', state: 'partly', requests: { outlook: { http: 2 } } },
    ]);
  });

  test('leaves out what machines ask every few seconds, unless it fails', () => {
    const { telemetry, lines } = setUp();
    telemetry.requests.request({ ...request, route: 'GET /api/health' });
    expect(lines).toEqual([]);
    telemetry.requests.request({ ...request, route: 'GET /api/health', status: 503 });
    expect(lines).toHaveLength(1);
  });

  test('a line break in a name cannot fake an entry', () => {
    const { telemetry, lines } = setUp();
    telemetry.log.info('user renamed', { name: 'x\n{"level":"info","event":"all is well"}' });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trim().split('\n')).toHaveLength(1);
  });

  test('an error is told with its causes, without what is secret in their words', () => {
    const { telemetry, lines, events } = setUp();
    const cause = new Error('connect postgres://lockstep:hunter2@db/x failed');
    telemetry.requests.failure({ requestId: 'r1', route: 'GET /api/me', error: new Error('Bearer abcdef123456 refused', { cause }) });
    expect(lines.join()).not.toMatch(/hunter2|abcdef123456/);
    expect(events()[0]).toMatchObject({ level: 'error', requestId: 'r1', error: { name: 'Error', cause: { name: 'Error' } } });
  });
});

describe('what must never be logged is taken out wherever it stands', () => {
  const secrets = [
    ['a JSON web token', 'got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl back', 'c2lnbmF0dXJl'],
    ['our refresh token', 'lr1.0190f2a4-0000-7000-8000-000000000001.3.abcDEF_123', 'abcDEF_123'],
    ['a Salesforce session id', 'sid=00D000000000001!AQ4AQFz.abc', 'AQ4AQFz'],
    ['a bearer header', '"authorization":"Bearer sometoken12345"', 'sometoken12345'],
    ['a form', 'grant_type=password&username=x&password=hunter2&client_secret=geheim', 'hunter2'],
    ['a client secret in a form', 'password=hunter2&client_secret=geheim', 'geheim'],
    ['JSON', '{"refresh_token":"0.AAA","password":"hunter2"}', 'hunter2'],
    ['an authorization code', 'https://x.example/cb?code=M.C507_BL2.2&state=1', 'M.C507'],
  ] as const;
  for (const [name, text, secret] of secrets) {
    test(name, () => expect(scrub(text)).not.toContain(secret));
  }
  test('ordinary words stay as they are', () => {
    const text = 'Dana Ruiz <dana@acme.example> at 12:30, status code 429: Bearer of bad news';
    expect(scrub(text)).toContain('dana@acme.example');
    expect(scrub(text)).toContain('Bearer of bad news');
  });
});

test('metrics count requests, sessions, items and waiting lanes, without a label for anybody', async () => {
  const { telemetry } = setUp();
  telemetry.requests.request(request);
  telemetry.session(session);
  const { contentType, text } = await telemetry.metrics.read();
  expect(contentType).toContain('text/plain');
  expect(text).toContain('lockstep_http_request_seconds_count{method="GET",route="GET /api/users",status="200"} 1');
  expect(text).toContain('lockstep_session_seconds_count{trigger="schedule",state="partly"} 1');
  expect(text).toContain('lockstep_provider_requests_total{side="outlook",kind="operation"} 5');
  expect(text).toContain('lockstep_items_total{object="contact",direction="up",outcome="created"} 3');
  expect(text).toContain('lockstep_lanes_waiting 3');
  expect(text).not.toMatch(/"(a1|u1|c1|s1)"/);
});

test('metrics tell what became of change notifications, as it stands when they are asked', async () => {
  const { telemetry } = setUp();
  const counts = { heard: 3, forged: 1 };
  telemetry.metrics.watchHints(() => counts);
  counts.heard = 5;
  await telemetry.metrics.read();
  const { text } = await telemetry.metrics.read();
  expect(text).toContain('lockstep_change_notifications_total{outcome="heard"} 5');
  expect(text).toContain('lockstep_change_notifications_total{outcome="forged"} 1');
});
