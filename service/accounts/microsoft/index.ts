export { createDiscovery } from './discover.ts';
export { findOrAddAccount } from './find-or-add-account.ts';
export { createOidcSignIn } from './oidc-sign-in.ts';
export { type MicrosoftIdentity, verifyMicrosoftToken } from './verify-microsoft-token.ts';
