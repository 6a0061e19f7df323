export type { AccountOptions, MicrosoftOptions } from './account-options.ts';
export { type ConnectedMailbox, type ConnectOptions, type ConnectProvider, createConnectFlow } from './connect-flow.ts';
export { type Accounts, createAccounts } from './create-accounts.ts';
export { hashPassword } from './hash-password.ts';
export { createIdempotency } from './idempotency.ts';
export {
  addAccount,
  addGrant,
  addIdentity,
  expectedProvider,
  identityProvider,
  type NewAccount,
  type NewGrant,
} from './provision-account.ts';
export { sweepPeople } from './sweep-people.ts';
