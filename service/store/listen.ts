import pg from 'pg';

/** Wait before the connection is tried again, after it was lost. */
const pause = 500;

/**
 * Listens on one connection of its own. When that is lost it is opened again, and `heard` is called once with '' then: something may have
 * been said meanwhile.
 */
export async function listenTo(url: string, channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
  let stopped = false;
  let current: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, application_name: 'lockstep listen', keepAlive: true });
    current = client;
    client.on('notification', (message) => heard(message.payload ?? ''));
    client.on('error', () => {});
    client.once('end', again);
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  };
  const again = (): void => {
    if (stopped) return;
    clearTimeout(retry);
    retry = setTimeout(() => {
      connect().then(() => heard(''), again);
    }, pause);
  };

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await current?.end().catch(() => {});
  };
}
