import { folders, graphParts, leastOf, outlookListings, salesforceListings, salesforceWrites, type Term } from '../least-requests.ts';
import { alice, openWorld } from '../open-world.ts';
import type { BenchCase } from './bench-case.ts';

const kilobytes = 20;
const lookUps: Term = { name: 'look-ups', formula: '1', value: 1 };

export const mail: BenchCase = {
  title: 'Mails with attachments, Outlook -> Salesforce',
  note: `N mails from outside, a file of ${kilobytes} kB each. The least: a mail with its file is one part of a $batch, mail and file a row each; who their people are and whether these mails are there already has to be known before they are made.`,
  sizes: { quick: [10], whole: [200] },
  measure: (n, profile) =>
    openWorld({ profile }, async ({ sandbox, run, later, memory }) => {
      const { now } = await sandbox.ask<{ now: string }>('/clock');
      for (let place = 0; place < n; place += 1) await sandbox.ask(`/users/${alice}/messages`, received(place, now));
      const items = `${n} mails`;
      const first = await run(n);
      const afterFirst = memory();
      await later();
      const nothing = await run(0);
      const least = leastOf([folders, outlookListings(n), graphParts(n, 'mails')], [salesforceListings(0), lookUps, salesforceWrites(n)]);
      const idle = leastOf([outlookListings(0)], [salesforceListings(0)]);
      return [
        { items, run: 'first sync', measure: first, least, memory: afterFirst },
        { items, run: 'nothing changed', measure: nothing, least: idle, memory: memory() },
      ];
    }),
};

function received(place: number, now: string): Record<string, unknown> {
  const guest = { emailAddress: { address: `guest${place}@guest.example`, name: `Guest ${place}` } };
  return {
    subject: `Offer ${place}`,
    body: { contentType: 'html', content: `<p>Offer ${place}</p>` },
    from: guest,
    sender: guest,
    toRecipients: [{ emailAddress: { address: alice, name: 'Alice Ashdown' } }],
    internetMessageId: `<offer-${place}@guest.example>`,
    receivedDateTime: now,
    sentDateTime: now,
    attachments: [
      { name: `offer-${place}.txt`, contentType: 'text/plain', contentBytes: Buffer.alloc(kilobytes * 1024, 'offer ').toString('base64') },
    ],
  };
}
