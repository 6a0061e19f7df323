import { keepToken, memoryVault, type TokenVault } from '../../../core/connectivity/index.ts';
import type { Clock } from '../../../core/sync/index.ts';
import { delegatedScope, type EntraSettings } from './entra-settings.ts';
import { postToken } from './post-token.ts';

type Keeping = EntraSettings & { clock: Clock };

/** Access to the mailbox of a person who signed in; the vault holds the rotating refresh token. */
export function delegatedToken(
  settings: Keeping,
  tenant: string,
  vault: TokenVault,
  scope = delegatedScope(settings.resource),
): (force?: boolean) => Promise<string> {
  return keepToken({
    side: 'outlook',
    vault,
    clock: settings.clock,
    renew: (refreshToken) => postToken(settings, tenant, { grant_type: 'refresh_token', refresh_token: refreshToken ?? '', scope }),
  });
}

/** The application's own access to a tenant's mailboxes (client credentials). One per tenant and process serves all its lanes. */
export function applicationToken(
  settings: Keeping,
  tenant: string,
  vault: TokenVault = memoryVault(),
): (force?: boolean) => Promise<string> {
  const scope = `${settings.resource.replace(/\/+$/, '')}/.default`;
  return keepToken({
    side: 'outlook',
    vault,
    clock: settings.clock,
    renew: () => postToken(settings, tenant, { grant_type: 'client_credentials', scope }),
  });
}
