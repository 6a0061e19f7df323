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
 * receiver, so that nobody learns who else is told. The library is read in with the first mail: most processes never send one (decision 43).
 */
export const createSmtpMailer = ({ url, from }: { url: string; from: string }): Mailer => {
  let opening: ReturnType<typeof openTransport> | undefined;
  return {
    async send({ to, subject, text }) {
      opening ??= openTransport(url);
      const transport = await opening;
      for (const one of new Set(to.map((address) => address.toLowerCase()))) {
        await transport.sendMail({ from, to: { name: '', address: oneLine(one) }, subject: oneLine(subject).slice(0, 200), text });
      }
    },
    close: () => void opening?.then((transport) => transport.close()),
  };
};

async function openTransport(url: string) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
}

/** Where no mail server is configured: nothing is sent, and the log says so. */
export const createSilentMailer = (say: (event: string, fields: Record<string, unknown>) => void): Mailer => ({
  send: async ({ to, subject }) => say('mail not sent: no mail server is configured', { receivers: to.length, subject }),
  close: () => undefined,
});
