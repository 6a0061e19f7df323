import type { Client } from '../../contract/client/index.ts';
import type { Host } from '../../host/index.ts';
import type { SignInKeeper } from './sign-in-keeper.ts';

/** Outlook gives the tokens: asks the service whose they are, and keeps that. Forgets again, and throws, where they are not taken. */
export const keepNestedAccount = async ({ client, signIn }: { client: Client; signIn: SignInKeeper }): Promise<void> => {
  await signIn.keepNested({ accountId: 'nested', email: '', name: '' });
  try {
    const { account } = await client.call('GET /api/me', {});
    await signIn.keepNested({ accountId: account.id, email: account.email, name: account.name });
  } catch (error) {
    await signIn.forget();
    throw error;
  }
};

/** Without asking anybody: Outlook knows who it is. False where it cannot. */
export const signInSilently = async (host: Host, client: Client, signIn: SignInKeeper): Promise<boolean> => {
  if (host.nestedSignIn === null) return false;
  try {
    if ((await host.nestedSignIn.token('silently')) === undefined) return false;
    await keepNestedAccount({ client, signIn });
    return true;
  } catch {
    return false;
  }
};
