import { createTransport } from 'nodemailer';

export interface Mail {
  to: readonly string[];
  subject: string;
  text: string;
}

export interface Mailer {
  /** Resolves when the server took it; rejects with what the server said. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const patience = 20_000;
const oneLine = (text: string): string => text.replace(/[\r\n\t\0]+/g, ' ').trim();

/**
 * Mail through the operator's server (smtp:// or smtps://, user and password inside the address). Plain text, one message for each
 * receiver, so that nobody learns who else is told.
 */
export const createSmtpMailer = ({ url, from }: { url: string; from: string }): Mailer => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  return {
    async send({ to, subject, text }) {
      for (const one of new Set(to.map((address) => address.toLowerCase()))) {
        await transport.sendMail({ from, to: { name: '', address: oneLine(one) }, subject: oneLine(subject).slice(0, 200), text });
      }
    },
    close: () => transport.close(),
  };
};

/** Where no mail server is configured: nothing is sent, and the log says so. */
export const createSilentMailer = (say: (event: string, fields: Record<string, unknown>) => void): Mailer => ({
  send: async ({ to, subject }) => say('mail not sent: no mail server is configured', { receivers: to.length, subject }),
  close: () => undefined,
});
