import { randomBytes } from 'node:crypto';
import { account, authSession, credential, type Store, verification } from '../store/index.ts';

interface Options {
  store: Store;
  tokenKey: Uint8Array;
  newId(): string;
}

/**
 * Passwords by better-auth: its tables, its hashing (scrypt), its checks. Its own sessions are not used: they are bound to cookies, which
 * half of the hosts of a task pane block; ours take over as soon as the password was right. Loaded on first use, since it is half a second
 * of modules that a start need not wait for.
 */
const loadAuth = async ({ store, tokenKey, newId }: Options) => {
  const [{ betterAuth }, { drizzleAdapter }] = await Promise.all([import('better-auth'), import('better-auth/adapters/drizzle')]);
  return betterAuth({
    secret: Buffer.from(tokenKey).toString('base64url'),
    // Only for links that better-auth would write into mails: it writes none here.
    baseURL: 'http://localhost',
    database: drizzleAdapter(store.people, {
      provider: 'pg',
      schema: { user: account, account: credential, session: authSession, verification },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 256 },
    advanced: { database: { generateId: () => newId() } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
};

export interface PasswordDesk {
  /** The account, where the password is right; undefined else, after the same time. */
  check(email: string, password: string): Promise<string | undefined>;
  set(accountId: string, password: string): Promise<void>;
}

export const createPasswordDesk = (options: Options): PasswordDesk => {
  let loading: ReturnType<typeof loadAuth> | undefined;
  const context = async () => {
    loading ??= loadAuth(options);
    return (await loading).$context;
  };
  let decoy: Promise<string> | undefined;

  return {
    async check(email, password) {
      const { internalAdapter, password: hasher } = await context();
      const found = await internalAdapter.findUserByEmail(email.toLowerCase(), { includeAccounts: true });
      const hash = found?.accounts.find((one) => one.providerId === 'credential')?.password;
      // An unknown address takes as long as a wrong password: it must not be told which it was.
      decoy ??= hasher.hash(randomBytes(16).toString('hex'));
      const right = await hasher.verify({ hash: hash ?? (await decoy), password });
      return right && hash && found ? found.user.id : undefined;
    },
    async set(accountId, password) {
      const { internalAdapter, password: hasher } = await context();
      const hash = await hasher.hash(password);
      const known = await internalAdapter.findAccounts(accountId);
      if (known.some((one) => one.providerId === 'credential')) await internalAdapter.updatePassword(accountId, hash);
      else await internalAdapter.linkAccount({ userId: accountId, accountId, providerId: 'credential', password: hash });
    },
  };
};
