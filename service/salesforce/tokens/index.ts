export type { SalesforceGrant } from './post-token.ts';
export { revokeToken } from './revoke-token.ts';
export * from './salesforce-oauth.ts';
export * from './salesforce-tokens.ts';
export * from './sign-in.ts';
