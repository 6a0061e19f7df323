import { each, folders, leastOf, outlookListings, salesforceListings, salesforceWrites, type Term } from '../least-requests.ts';
import type { RunMeasure } from '../measurement.ts';
import { alice, openWorld } from '../open-world.ts';
import type { BenchCase } from './bench-case.ts';

const colleagues = Array.from({ length: 9 }, (_, place) => `colleague${place}@fernwood.example`);
const mailboxes = [alice, ...colleagues];
const day = 86_400_000;

export const sharedMeetings: BenchCase = {
  title: 'Ten mailboxes that share meetings: one Event each, nine invitees',
  note: 'N meetings of one organizer; figures are sums over the ten mailboxes, one after another.',
  sizes: { quick: [5], whole: [100] },
  measure: (n, profile) =>
    openWorld({ profile, others: colleagues }, async ({ sandbox, run, later, memory }) => {
      const { now } = await sandbox.ask<{ now: string }>('/clock');
      for (let place = 0; place < n; place += 1) await sandbox.ask(`/users/${alice}/events`, meeting(place, Date.parse(now)));
      const round = async (expected: number) => {
        const runs: RunMeasure[] = [];
        for (const mailbox of mailboxes) runs.push(await run(mailbox === alice ? expected : 0, mailbox));
        return total(runs);
      };
      const items = `${n} meetings`;
      const count = mailboxes.length;
      const first = await round(n);
      const afterFirst = memory();
      await later();
      await round(0);
      await later();
      const nothing = await round(0);
      const least = leastOf(
        [each(count, folders), each(count, outlookListings(n))],
        [each(count, salesforceListings(0)), salesforceWrites(n, 1), invitees(n * colleagues.length)],
      );
      const idle = leastOf([each(count, outlookListings(0))], [each(count, salesforceListings(0))]);
      return [
        { items, run: 'first sync', measure: first, least, memory: afterFirst },
        { items, run: 'nothing changed', measure: nothing, least: idle, memory: memory() },
      ];
    }),
};

const invitees = (rows: number): Term => ({ ...salesforceWrites(rows, 1), name: 'invitees' });

function total(runs: readonly RunMeasure[]): Pick<RunMeasure, 'milliseconds' | 'http'> {
  const sum = (of: (run: RunMeasure) => number) => runs.reduce((all, run) => all + of(run), 0);
  return {
    milliseconds: sum((run) => run.milliseconds),
    http: { outlook: sum((run) => run.http.outlook), salesforce: sum((run) => run.http.salesforce) },
  };
}

function meeting(place: number, now: number): Record<string, unknown> {
  const start = (Math.floor(now / day) + 1 + (place % 50)) * day + (Math.floor(place / 50) % 48) * 1_800_000;
  const at = (time: number) => ({ dateTime: new Date(time).toISOString(), timeZone: 'UTC' });
  return {
    subject: `Meeting ${place}`,
    start: at(start),
    end: at(start + 1_800_000),
    attendees: colleagues.map((address) => ({ type: 'required', emailAddress: { address, name: address } })),
  };
}
