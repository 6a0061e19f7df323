import type { Store } from '../store/index.ts';

export interface AccountOptions {
  store: Store;
  /** 32 bytes: signs our access tokens, refresh tokens and states. */
  tokenKey: Uint8Array;
  /** Real time, milliseconds since 1970: sign-ins never follow the virtual clock. */
  now(): number;
  newId(): string;
  /** Where a surface may have people sent back to after a sign-in with Microsoft; exact, or one leading "*." label in the host. */
  returnAddresses: readonly string[];
  /** The application registered for signing in, and where Entra ID is; without it only passwords work. */
  microsoft?: MicrosoftOptions | undefined;
}

export interface MicrosoftOptions {
  /** "https://login.microsoftonline.com", or another cloud's, or the sandbox's. */
  authority: string;
  clientId: string;
  clientSecret: string;
  /** This service's own callback: {publicUrl}/api/sign-in/oidc/callback. */
  redirectUri: string;
  /** Audience of access tokens for our own API scope, as msal-browser brings them: "api://lockstep". */
  apiAudience: string;
  /** The scope that such a token must carry. */
  apiScope: string;
}
