import pg from 'pg';
import { DatabaseFailure } from '../server/index.ts';

/**
 * One connection for one piece of administration, closed afterwards.
 *
 * @throws DatabaseFailure `unreachable` or `refused`, without the password.
 */
export async function connectOnce<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'lockstep administration' });
  // An idle connection that is cut must not end the process: the next query reports it.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw explainConnection(error, url);
  }
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

export function explainConnection(error: unknown, url: string): DatabaseFailure {
  const { username, host, pathname } = new URL(url);
  const where = `${username}@${host}${pathname}`;
  const code = (error as { code?: string }).code ?? '';
  const text = error instanceof Error ? error.message : String(error);
  if (code.startsWith('28')) {
    return new DatabaseFailure(
      'refused',
      `The database server refuses the sign-in: ${text}`,
      where,
      'check user and password in DATABASE_URL.',
      error,
    );
  }
  if (code === '3D000') {
    return new DatabaseFailure(
      'refused',
      text,
      where,
      `create it (createdb ${pathname.slice(1)}), or name another one in DATABASE_URL.`,
      error,
    );
  }
  return new DatabaseFailure(
    'unreachable',
    `The database server cannot be reached: ${code || text}`,
    where,
    'check host and port in DATABASE_URL and that the server runs; without DATABASE_URL the embedded server is used.',
    error,
  );
}
