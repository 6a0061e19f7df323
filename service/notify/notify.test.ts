import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { composeSuspensionMail, createNotices, createSilentMailer, createSmtpMailer, type Mail, type Mailer } from './index.ts';

describe('mail by SMTP', () => {
  const received: { to: string[]; raw: string }[] = [];
  let server: SMTPServer;
  let mailer: Mailer;
  let refuse = false;

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        let raw = '';
        stream.on('data', (chunk: Buffer) => {
          raw += chunk.toString();
        });
        stream.on('end', () => {
          if (refuse) return done(Object.assign(new Error('mailbox full'), { responseCode: 452 }));
          received.push({ to: session.envelope.rcptTo.map((one) => one.address), raw });
          return done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    mailer = createSmtpMailer({
      url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
      from: 'Lockstep <lockstep@sync.example>',
    });
  });
  beforeEach(() => {
    received.length = 0;
    refuse = false;
  });
  afterAll(async () => {
    mailer.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  test('each receiver gets a message of its own, and once', async () => {
    await mailer.send({ to: ['dana@alder.example', 'kim@alder.example', 'DANA@alder.example'], subject: 'Hello', text: 'Grüße' });
    expect(received.map((one) => one.to)).toEqual([['dana@alder.example'], ['kim@alder.example']]);
    expect(received[0]?.raw).not.toContain('kim@');
  });

  test('a subject with a line break adds no header', async () => {
    await mailer.send({ to: ['dana@alder.example'], subject: 'Hello\r\nBcc: evil@evil.example', text: 'x' });
    const headers = (received[0]?.raw ?? '').split('\r\n\r\n')[0] ?? '';
    expect(headers).not.toMatch(/^Bcc:/im);
    expect(received[0]?.to).toEqual(['dana@alder.example']);
  });

  test('what the server refuses is said', async () => {
    refuse = true;
    await expect(mailer.send({ to: ['dana@alder.example'], subject: 'x', text: 'x' })).rejects.toThrow(/mailbox full/);
  });
});

test('without a mail server the log says what was not sent', async () => {
  const said: unknown[] = [];
  await createSilentMailer((event, fields) => void said.push([event, fields])).send({
    to: ['a@b.example'],
    subject: 'Stopped',
    text: 'secret',
  });
  expect(said).toEqual([['mail not sent: no mail server is configured', { receivers: 1, subject: 'Stopped' }]]);
});

describe('the mail about a suspension', () => {
  const mail = (locale: 'en' | 'de', reason: 'suspended-authorization' | 'suspended-errors' = 'suspended-authorization') =>
    composeSuspensionMail({ mailbox: 'dana@alder.example', reason, link: 'https://sync.example/console', locale });

  test('says what happened, that nothing is lost, and who does what', async () => {
    const english = await mail('en');
    expect(english.subject).toBe('Synchronization of dana@alder.example has stopped');
    expect(english.text).toMatch(
      /no longer accepted[\s\S]*Nothing is lost[\s\S]*The person who owns[\s\S]*https:\/\/sync.example\/console/,
    );
    expect((await mail('en', 'suspended-errors')).text).toContain('An administrator can repair this');
    expect((await mail('de')).text).toContain('Es geht nichts verloren');
  });
  test.each(['en', 'de'] as const)('leaves no placeholder, and no cause without its words: %s', async (locale) => {
    for (const reason of ['suspended-authorization', 'suspended-throttling', 'suspended-errors', 'bug'] as const) {
      const { subject, text } = await composeSuspensionMail({ mailbox: 'dana@alder.example', reason, link: 'https://x.example', locale });
      expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/);
    }
  });

  const facts = { user: { id: 'u', email: 'dana@alder.example' }, customer: { id: 'c' }, organization: { id: 'o' } };
  const setUp = (send: (mail: Mail) => Promise<void>) => {
    const failures: unknown[] = [];
    const notices = createNotices({
      mailer: { send, close: () => undefined },
      administrators: async () => [
        { email: 'admin@alder.example', locale: 'de-AT' },
        { email: 'Dana@alder.example', locale: 'en' },
      ],
      orgAdministrators: async () => [
        { email: 'admin@alder.example', locale: 'de' },
        { email: 'Admin@alder.example', locale: null },
        { email: 'org@alder.example', locale: null },
      ],
      link: 'https://sync.example/console',
      failed: (error) => void failures.push(error),
    });
    return { notices, failures };
  };

  test('goes to the administrators in their language, and to the user where the user can act; to nobody twice', async () => {
    const sent: Mail[] = [];
    const { notices } = setUp(async (one) => void sent.push(one));
    await notices.suspended(facts, 'suspended-authorization');
    expect(sent.map((one) => [one.to[0]?.toLowerCase(), one.subject.startsWith('Die')])).toEqual([
      ['admin@alder.example', true],
      ['dana@alder.example', false],
    ]);
  });

  test('that cannot be sent never stops the session', async () => {
    const { notices, failures } = setUp(() => Promise.reject(new Error('no route')));
    await notices.suspended(facts, 'suspended-errors');
    expect(failures).toHaveLength(1);
  });

  describe('about a Salesforce org', () => {
    const org = { orgId: '00D000000000001AAA', instanceUrl: 'https://alder.my.salesforce.com' };
    const waits = { ...org, waits: true, until: '2026-11-26T08:30:00.000Z', code: 'schedules-spent' };

    test('goes once to each administrator, in that language: that it waits until when and why, and that it goes on', async () => {
      const sent: Mail[] = [];
      const { notices } = setUp(async (one) => void sent.push(one));
      await notices.orgChanged(facts, waits);
      await notices.orgChanged(facts, { ...waits, code: 'REQUEST_LIMIT_EXCEEDED' });
      await notices.orgChanged(facts, { ...org, waits: false, until: null, code: null });
      expect(sent.map((one) => one.to[0]?.toLowerCase())).toEqual(Array(3).fill(['admin@alder.example', 'org@alder.example']).flat());
      const english = sent.filter((one) => one.to[0] === 'org@alder.example').map((one) => `${one.subject}\n${one.text}`);
      expect(english[0]).toMatch(/alder.my.salesforce.com[\s\S]*last fifth[\s\S]*2026-11-26 08:30[\s\S]*nothing is lost/);
      expect(english[1]).toContain('the org refuses requests');
      expect(english[2]).toContain('Salesforce answers again');
      for (const { subject, text } of sent) expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/);
    });

    test('stops no session where it cannot be sent', async () => {
      const { notices, failures } = setUp(() => Promise.reject(new Error('no route')));
      await notices.orgChanged(facts, waits);
      expect(failures).toHaveLength(1);
    });
  });
});
