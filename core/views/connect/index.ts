/** The connection to the service, without any screen: what the ribbon command and the background need of it too. */
export { connectService, type Health, type Service } from './connect-service.ts';
export type { SignedIn, SignInKeeper } from './sign-in-keeper.ts';
export { keepNestedAccount } from './sign-in-silently.ts';
export { type Trouble, type TroubleKind, toTrouble } from './trouble.ts';
