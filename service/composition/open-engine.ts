import type { Ids } from '../../core/sync/index.ts';
import type { Config } from '../config/index.ts';
import { createNotices, createSilentMailer, createSmtpMailer } from '../notify/index.ts';
import { createSecretBox } from '../secrets/index.ts';
import { isDatabaseAway, noteUsage, type OpenDatabase, openTurns, secretRows, sharesOf, spend } from '../store/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import { createBudgetBook } from './budget-book.ts';
import { createConnections } from './connections.ts';
import type { Keys } from './keys.ts';
import { anyTime, createProviders, type Providers } from './provider-desk.ts';
import { publicAddress } from './public-addresses.ts';
import { createInboxes } from './salesforce-inboxes.ts';
import type { ServiceClock } from './service-clock.ts';
import { administrators, instanceUrl, orgAdministrators, reachOf } from './service-queries.ts';

export interface EngineBase {
  clock: ServiceClock;
  ids: Ids;
  keys: Keys;
  database: OpenDatabase;
  telemetry: Telemetry;
}

const readerPatience = 120_000;

/** What every process that syncs mailboxes stands on, the service and each worker: secrets, connections, providers, notices. */
export function openEngine(config: Config, { clock, ids, keys, database, telemetry }: EngineBase) {
  const { store } = database;
  const { log } = telemetry;
  const secrets = createSecretBox(keys.master, secretRows(store), () => ids.next());
  const connections = createConnections(config, { secrets, clock, random: Math.random });
  // A database that is away is told once by the store; everything that waits for it need not say so too.
  const failed = (error: unknown) => isDatabaseAway(error) || log.error('unexpected', error);
  const budget = createBudgetBook({
    clock,
    shares: (customerId, orgId, now) => sharesOf(store, customerId, orgId, now),
    note: (usage) => void noteUsage(store, usage).catch(failed),
  });
  const inbox = createInboxes({
    store,
    clock,
    wall: () => Date.now(),
    async openReader(customerId, userId) {
      const reach = await reachOf(store, customerId, userId);
      return providers.salesforce(reach, anyTime, AbortSignal.timeout(readerPatience), 'schedule');
    },
    failed,
  });
  const turns = openTurns(database.systemUrl);
  const providers: Providers = createProviders({
    turns,
    config,
    connections,
    clock,
    ids,
    random: Math.random,
    instanceUrl: (customerId, orgId) => instanceUrl(store, customerId, orgId),
    budget,
    inbox,
    spent: ({ customerId, userId }, people) =>
      void store
        .asCustomers([customerId], (transaction) =>
          spend(transaction, userId, { salesforce: 0, people, outlook: 0 }, new Date(clock.now()).toISOString()),
        )
        .catch(failed),
  });
  const { smtpUrl: url, mailFrom: from } = config;
  const mailer = url ? createSmtpMailer({ url, from }) : createSilentMailer((event, fields) => log.warn(event, fields));
  const link = `${publicAddress(config)}/console/`;
  const notices = createNotices({
    mailer,
    administrators: (mailbox) => administrators(store, mailbox, Date.now()),
    orgAdministrators: (org) => orgAdministrators(store, org, Date.now()),
    link,
    failed,
  });
  const close = async (): Promise<void> => {
    mailer.close();
    await turns.stop();
  };
  return { secrets, connections, providers, notices, failed, report: telemetry.session, close };
}
