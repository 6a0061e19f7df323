import { loadKeys } from '../../service/composition/keys.ts';
import { readConfig } from '../../service/config/index.ts';
import { openDatabase } from '../../service/store/index.ts';

/** What the service's books say of items, by `side object id`. */
export interface Books {
  /** The partner's id on the other side. */
  partners: ReadonlyMap<string, string>;
  /** Why an item was left, by its newest decision or open issue. */
  reasons: ReadonlyMap<string, string>;
}

export interface Written {
  object: string;
  operation: string;
  /** When the meeting begins, UTC with milliseconds; null for what is no meeting. */
  begins: string | null;
  at: Date;
}

/** What syncs after the first have written, oldest first. */
export const readWritten = (dataFolder: string): Promise<Written[]> =>
  readStore(dataFolder, (query) =>
    query<Written>(
      `SELECT object, operation, split_part(after->>'when', '/', 1) AS begins, at FROM journal
       WHERE session_id NOT IN (SELECT id FROM session WHERE trigger = 'first') ORDER BY id`,
    ),
  );

export function readBooks(dataFolder: string): Promise<Books> {
  return readStore(dataFolder, async (query) => {
    const links = await query<{ object: string; outlook: string; salesforce: string }>(
      `SELECT object, outlook_id AS outlook, salesforce_id AS salesforce FROM link WHERE state = 'linked'`,
    );
    const left = await query<{ item: string; reason: string }>(
      `SELECT concat_ws(' ', side, object, remote_id) AS item, reason FROM decision WHERE action IN ('skip', 'hold')
       UNION SELECT concat_ws(' ', side, object, remote_id), reason FROM issue WHERE state = 'open' AND remote_id IS NOT NULL`,
    );
    const both = links.flatMap(({ object, outlook, salesforce }): [string, string][] => [
      [`outlook ${object} ${outlook}`, salesforce],
      [`salesforce ${object} ${salesforce}`, outlook],
    ]);
    return { partners: new Map(both), reasons: new Map(left.map(({ item, reason }) => [item, reason])) };
  });
}

type Query = <Row extends object>(sql: string) => Promise<Row[]>;

/** Reads beside the running service, as one more process on its database. */
async function readStore<T>(dataFolder: string, read: (query: Query) => Promise<T>): Promise<T> {
  const config = readConfig({ folder: dataFolder, environment: {}, arguments: { data: dataFolder } });
  const keys = loadKeys(config);
  const options = { dataFolder, port: 0, databaseUrl: config.databaseUrl, masterKey: keys.master, auditKey: keys.audit };
  const { store, close } = await openDatabase({ ...options, at: new Date(), attach: true, warn: () => {} });
  try {
    const customers = await store.asSystem(({ query }) => query<{ id: string }>('SELECT DISTINCT customer_id AS id FROM lane'));
    const ids = customers.map(({ id }) => id);
    return await store.asCustomers(ids, ({ query }) => read(<Row extends object>(sql: string) => query<Row>(sql)));
  } finally {
    await close();
  }
}
