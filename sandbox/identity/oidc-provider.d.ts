/** The part of oidc-provider's surface that the identity emulator uses; the package ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface KoaContext {
    req: IncomingMessage;
    res: ServerResponse;
    path: string;
    method: string;
    status: number;
    type: string;
    body: unknown;
    respond?: boolean;
    set(name: string, value: string): void;
    get(name: string): string;
    response: { get(name: string): string; headers: Record<string, string | string[] | undefined> };
    oidc: OidcContext;
  }
  export interface OidcContext {
    client: Client;
    params: Record<string, string | undefined>;
    session?: { accountId?: string };
    result?: { login?: unknown };
    requestParamOIDCScopes: Set<string>;
    requestParamScopes: Set<string>;
    resourceServers: Record<string, { scopes: Set<string>; identifier(): string }>;
    account?: { accountId: string };
  }
  export interface Client {
    clientId: string;
    clientName?: string;
    redirectUriAllowed(uri: string): boolean;
    postLogoutRedirectUriAllowed(uri: string): boolean;
  }
  export interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }
  export interface InteractionDetails {
    uid: string;
    prompt: { name: string; details: Record<string, unknown> };
    params: Record<string, string | undefined>;
    session?: { accountId?: string };
    grantId?: string;
  }
  export interface TokenModel {
    accountId?: string;
    clientId: string;
    scope?: string;
    kind: string;
    gty?: string;
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly issuer: string;
    proxy: boolean;
    Client: { prototype: Client };
    Grant: new (payload: {
      accountId: string;
      clientId: string;
    }) => Grant;
    use(middleware: (context: KoaContext, next: () => Promise<void>) => Promise<void>): void;
    on(event: string, listener: (context: KoaContext, error: Error & { error_detail?: string }) => void): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<InteractionDetails>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
      options?: { mergeWithLastSubmission: boolean },
    ): Promise<void>;
  }

  export const interactionPolicy: {
    Check: (new (
      reason: string,
      description: string,
      error: string,
      check: (context: KoaContext) => boolean,
    ) => object) & { REQUEST_PROMPT: boolean; NO_NEED_TO_PROMPT: boolean };
    base(): { get(name: string): { checks: { add(check: object): void } } } & object;
  };
}
