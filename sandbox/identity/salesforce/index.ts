export { answerAuthorize } from './authorize.ts';
export type { Client } from './clients.ts';
export { identityOf, userinfoOf } from './identity.ts';
export { OAuth } from './oauth.ts';
export { OAuthError } from './oauth-error.ts';
export { answerToken, type Form } from './token.ts';
