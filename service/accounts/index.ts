export type { AccountOptions, MicrosoftOptions } from './account-options.ts';
export { type ConnectedMailbox, type ConnectOptions, type ConnectProvider, createConnectFlow } from './connect-flow.ts';
export { type Accounts, createAccounts } from './create-accounts.ts';
export { createIdempotency } from './idempotency.ts';
export type { NewAccount } from './provision-account.ts';
export { sweepPeople } from './sweep-people.ts';
