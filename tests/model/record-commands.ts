import fc from 'fast-check';
import { command, index, pick, who } from './command.ts';
import { type PlayedKind, playedKinds } from './played-kinds.ts';

const contact = playedKinds.find((one) => one.object === 'contact') as PlayedKind;
const kind = fc.constantFrom(...playedKinds);

/** What became of its values and of its other side is a matter between two people then. */
const handsOver = fc.tuple(who, kind, index).map(([by, what, at]) =>
  command(`salesforce.handOver(${by}, ${what.object} ${at})`, (real) => {
    const person = real.person(by);
    const row = pick(real.records(person, what), at);
    if (!row) return;
    real.forgotten.add(what.nameOfRecord(row));
    real.scene.salesforce.org.update(what.sobject, String(row.Id), { OwnerId: real.other(person) }, person.salesforceId);
  }),
);
/** Two Contacts become one: what either said, the people who merged them have decided. */
const merges = fc.tuple(who, index, index).map(([by, at, into]) =>
  command(`salesforce.merge(${by}, contact ${at} into ${into})`, (real) => {
    const person = real.person(by);
    const rows = real.records(person, contact);
    const [loser, master] = [pick(rows, at), pick(rows, into)];
    if (!loser || !master || loser === master) return;
    for (const row of [loser, master]) {
      real.forgotten.add(contact.nameOfRecord(row));
      real.merged.add(contact.nameOfRecord(row));
    }
    real.scene.salesforce.org.merge('Contact', String(master.Id), [String(loser.Id)], {}, person.salesforceId);
  }),
);

/** What happens to records as such. */
export const recordCommands = [handsOver, merges];
