/** The connection to the service, without any screen: what the ribbon command and the background need of it too. */
export { connectService, type Health, type Service } from './connect-service.ts';
export type { SignedIn, SignInKeeper } from './sign-in-keeper.ts';
export type { SignInResult } from './sign-in-ways.ts';
export { type Trouble, type TroubleKind, toTrouble } from './trouble.ts';
