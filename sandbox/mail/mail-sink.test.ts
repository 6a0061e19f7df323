import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterEach, expect, it } from 'vitest';
import { createDesk } from '../world/desk.ts';
import { createMailSink } from './mail-sink.ts';

const desk = createDesk();
const sink = createMailSink(desk);
afterEach(() => sink.close());

it('keeps a mail with its envelope and text, and can refuse one', async () => {
  await new Promise<void>((resolve) => sink.server.listen(0, '127.0.0.1', resolve));
  const transport = createTransport({ host: '127.0.0.1', port: (sink.server.address() as AddressInfo).port });
  await transport.sendMail({ from: 'a@fernwood.example', to: 'b@fernwood.example', subject: 'Grüße', text: 'Hello', html: '<p>Hello</p>' });
  expect(sink.mails()).toMatchObject([
    { from: 'a@fernwood.example', to: ['b@fernwood.example'], subject: 'Grüße', html: '<p>Hello</p>\n' },
  ]);
  desk.faults.add([{ at: 'mail.receive', nth: 1, do: '503' }]);
  await expect(transport.sendMail({ from: 'a@fernwood.example', to: 'b@fernwood.example', subject: 's', text: 't' })).rejects.toThrow(
    '4.3.2',
  );
  expect(sink.mails()).toHaveLength(1);
});
