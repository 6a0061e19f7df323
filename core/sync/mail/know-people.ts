import { messageIdOf } from '../../mapping/index.ts';
import type { Fields, Observation } from '../../model/index.ts';
import type { MailPolicy } from '../policy.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import type { PersonRecord } from '../ports/mail.ts';
import type { LaneRun } from '../run/lane-run.ts';
import { isColleague, needsPeople } from './mail-scope.ts';

/** Users, leads and contacts are asked for together; so many addresses are one batch of mails. */
type People = ReadonlyMap<string, PersonRecord>;

/**
 * Mails that may be created come with the records of their people: rules ask whether one of them is known, and the record that is created
 * names them. What was asked for by hand is marked so. Everything else passes as it is.
 */
export async function knowPeople(run: LaneRun, units: readonly PlanUnit[]): Promise<PlanUnit[]> {
  const open = units.flatMap((unit) => (isNewMail(unit) ? unit.outlook : []));
  if (open.length === 0) return [...units];
  const saved = await run.store.savedAmong(
    run.lane,
    'email',
    open.map((mail) => mail.remoteId),
  );
  const marked = new Map(open.map((mail) => [mail.remoteId, markSaved(mail, saved)]));
  const wanted = [...marked.values()].filter((mail) => needsPeople(mail.facts, run.policy));
  const people = await findPeople(run, wanted);
  const chosen = new Set(wanted.map((mail) => mail.remoteId));
  return units.map((unit) => {
    const mail = isNewMail(unit) ? marked.get(unit.outlook.remoteId) : undefined;
    if (!mail) return unit;
    return { ...unit, outlook: chosen.has(mail.remoteId) ? withPeople(mail, people, run.policy.mail) : mail };
  });
}

function isNewMail(unit: PlanUnit): unit is PlanUnit & { outlook: Observation } {
  return (
    unit.object === 'email' && unit.outlook !== null && !unit.outlook.removed && !unit.outlook.problem && unit.link?.state !== 'linked'
  );
}

function markSaved(mail: Observation, saved: ReadonlySet<string>): Observation {
  return saved.has(mail.remoteId) ? { ...mail, facts: { ...mail.facts, saved: true } } : mail;
}

async function findPeople(run: LaneRun, mails: readonly Observation[]): Promise<People> {
  const roles = ['from', 'to', 'cc', 'bcc'];
  const named = mails.flatMap(({ facts, fields }) => [
    ...(facts.participants ?? []),
    ...roles.flatMap((role) => addressesOf(fields, role)),
  ]);
  const addresses = [...new Set(named)];
  const messages = [...new Set(mails.flatMap((mail) => messageIdOf(mail.facts) ?? []))];
  const found = addresses.length > 0 ? await run.providers.salesforce.people?.(addresses, messages) : undefined;
  return bestOf(found ?? [], run.policy.salesforceUserId);
}

/**
 * One record an address: a Contact before a Lead before a User, one's own before another's, then the one edited last. The id settles
 * what is left, so that every mailbox chooses alike.
 */
export function bestOf(records: readonly PersonRecord[], salesforceUserId: string): People {
  const rank = { Contact: 0, Lead: 1, User: 2 } as const;
  const sorted = records.toSorted(
    (one, other) =>
      rank[one.object] - rank[other.object] ||
      Number(other.ownerId === salesforceUserId) - Number(one.ownerId === salesforceUserId) ||
      (other.modifiedAt ?? '').localeCompare(one.modifiedAt ?? '') ||
      one.id.localeCompare(other.id),
  );
  const best = new Map<string, PersonRecord>();
  for (const record of sorted) if (!best.has(record.address)) best.set(record.address, record);
  return best;
}

function withPeople(mail: Observation, people: People, policy: MailPolicy): Observation {
  const { fields, facts } = mail;
  const idsOf = (name: string) => [...new Set(addressesOf(fields, name).flatMap((address) => people.get(address)?.id ?? []))];
  const outside = (facts.participants ?? []).filter((address) => !isColleague(address, policy.internal));
  const known = outside.flatMap((address) => people.get(address) ?? []).filter((record) => record.object !== 'User');
  const related = policy.relateTo === 'account' ? (known.find((record) => record.accountId)?.accountId ?? null) : null;
  const ids: Fields = {
    fromId: idsOf('from')[0] ?? null,
    toIds: idsOf('to').join(';') || null,
    ccIds: idsOf('cc').join(';') || null,
    bccIds: idsOf('bcc').join(';') || null,
    relatedToId: related,
  };
  return { ...mail, fields: { ...fields, ...ids }, facts: { ...facts, known: known.length > 0 } };
}

function addressesOf(fields: Fields | null, name: string): string[] {
  const list = fields?.[name];
  return typeof list === 'string' ? list.split('; ').filter((address) => address.includes('@')) : [];
}
