import { requireSafeAddress } from '../../core/connectivity/index.ts';
import type { LeadWatch, Provider, ReadRequest } from '../../core/sync/index.ts';
import { createAccountLooks } from './accounts/account-looks.ts';
import { findAccounts } from './accounts/find-accounts.ts';
import type { Asking } from './ask-parts.ts';
import { askShown, usual } from './ask-shown.ts';
import { barredFields } from './barred-fields.ts';
import { findPeople } from './email/find-people.ts';
import { type LookedMails, lookForMails } from './email/look-for-mails.ts';
import { readByFeed } from './feed/read-dealt.ts';
import { createFieldSights } from './field-sights.ts';
import { giveRecords } from './give-records.ts';
import type { KnownPeople } from './guests/ask-people.ts';
import { relateGuests } from './guests/relate-guests.ts';
import { findLeads, type LookedLeads, watchBeside } from './leads/find-leads.ts';
import { createLeadSights } from './leads/lead-sights.ts';
import { looksFirst, tryLook } from './look-first.ts';
import { lookUpRecords } from './look-up-records.ts';
import { matchRecords } from './match-records.ts';
import { salesforceObjects } from './objects.ts';
import { pageQuery } from './page-query.ts';
import { readPages } from './read-pages.ts';
import { createSalesforceClient } from './salesforce-client.ts';
import type { SalesforceAccess, SalesforceSettings } from './salesforce-settings.ts';
import { shownFields } from './shown-fields.ts';
import { nothingBeside, together } from './together.ts';
import { writeAll } from './write-all.ts';
import { createWriteGuards } from './write-guards.ts';

/** The Salesforce side of one lane: an org through its REST API, as one user. */
export function openSalesforce(settings: SalesforceSettings, access: SalesforceAccess): Provider {
  requireSafeAddress(access.instanceUrl, 'the address of Salesforce');
  const client = createSalesforceClient(settings, access);
  const { sights = createFieldSights(), guards = createWriteGuards(), lookGuards = createWriteGuards() } = settings;
  const { accountLooks = createAccountLooks(), leadSights = createLeadSights() } = settings;
  const asking: Asking = { client, settings: { ...settings, sights, guards, lookGuards, accountLooks, leadSights }, access };
  const people: KnownPeople = new Map();
  const mails: LookedMails = new Map();
  const leads: LookedLeads = { last: null };
  const own = (requests: readonly ReadRequest[], watch: LeadWatch | null | undefined) => {
    const watched = watch ? watchBeside(asking, watch) : nothingBeside;
    return readPages(requests, (places) =>
      askShown(
        asking,
        usual(places.map(({ collection }) => collection.object)),
        () =>
          places.map(({ collection, cursor }) =>
            pageQuery(salesforceObjects[collection.object], shownFields(asking, collection.object), collection, cursor, access.userId),
          ),
        together([watched, places.some(({ collection }) => collection.phase === 'baseline') ? tryLook(asking) : nothingBeside]),
      ),
    );
  };
  return {
    side: 'salesforce',
    requests: client.requests,
    discover: (objects) =>
      Promise.resolve(
        objects.map((object) => ({ object, remoteId: salesforceObjects[object].sobject, name: salesforceObjects[object].sobject })),
      ),
    read: (requests, watch) =>
      access.inbox ? readByFeed(asking, access.inbox, requests, (some) => own(some, watch)) : own(requests, watch),
    get: (refs) => lookUpRecords(asking, refs),
    match: (query) => matchRecords(asking, query, { mails, leads }),
    looksWhileMaking: (creates) => looksFirst(asking, creates),
    people: (addresses, messages = []) => findPeople(asking, addresses, lookForMails(asking, mails, messages)),
    accounts: (wish) => findAccounts(asking, wish),
    leads: (wish) => findLeads(asking, wish, leads),
    barredFields: (suspected, anew) => barredFields(asking, suspected, anew),
    write: (writes) => writeAll(asking, writes),
    give: (gifts) => giveRecords(asking, gifts),
    relate: (records) => relateGuests(asking, people, records),
  };
}
