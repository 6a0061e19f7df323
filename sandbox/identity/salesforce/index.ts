export { answerAuthorize } from './answer-authorize.ts';
export { answerToken, type Form } from './answer-token.ts';
export type { Client } from './clients.ts';
export { identityOf, userinfoOf } from './identity-of.ts';
export { OAuth } from './oauth.ts';
export { OAuthError } from './oauth-error.ts';
