import type { Server } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Desk } from '../world/desk.ts';

export interface ReceivedMail {
  id: string;
  /** ISO 8601, the world's time */
  at: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** the message as it came */
  source: string;
}

/** Takes every mail that anybody sends, delivers none, keeps all: GET /mails on the control API. */
export function createMailSink(desk: Desk): { server: Server; mails: () => ReceivedMail[]; close: () => Promise<void> } {
  const table = desk.world.table<ReceivedMail>('mail.received');
  desk.faults.register('mail.receive');
  const smtp = new SMTPServer({
    // a client that keeps its connection open must not hold up the stop
    closeTimeout: 1000,
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, callback) => callback(null, { user: 'anybody' }),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const fault = desk.faults.take('mail.receive');
        if (fault) {
          callback(Object.assign(new Error('4.3.2 Service shutting down, try again later'), { responseCode: 451 }));
          return;
        }
        const envelope = session.envelope;
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map((one) => one.address);
        keep(table.size + 1, Buffer.concat(chunks), from, to).then(
          (mail) => {
            table.set(mail.id, mail);
            callback();
          },
          (failure: Error) => callback(failure),
        );
      });
    },
  });
  smtp.on('error', () => undefined); // a client that hangs up early is none of our business

  async function keep(number: number, source: Buffer, from: string, to: string[]): Promise<ReceivedMail> {
    const mail = await PostalMime.parse(source);
    return {
      id: String(number),
      at: desk.clock.iso(),
      from,
      to,
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html ?? '',
      source: source.toString('utf8'),
    };
  }
  return {
    server: smtp.server,
    mails: () => [...table.values()],
    close: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
}
