import type { NestedSignIn } from '../../core/host/index.ts';

/** What {service}/taskpane/config.json says where the add-in is registered in Microsoft Entra ID. */
export interface NestedConfig {
  clientId: string;
  authority: string;
  /** The scope of our own API: the token is for us, never for Graph or Salesforce. */
  scope: string;
}

/**
 * Nested app authentication: Outlook itself gives the token, without a window and after each restart again. Only the host can say at run
 * time whether it can. The library is loaded only then: it is as large as all of our screens.
 * https://learn.microsoft.com/office/dev/add-ins/develop/enable-nested-app-authentication-in-your-add-in
 */
export const nestedSignIn = (config: NestedConfig): NestedSignIn | null => {
  if (!Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')) return null;
  const open = async () => {
    const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
    return createNestablePublicClientApplication({ auth: { clientId: config.clientId, authority: config.authority } });
  };
  let opened: ReturnType<typeof open> | undefined;
  return {
    token: async (ask) => {
      opened ??= open();
      const application = await opened;
      const request = { scopes: [config.scope] };
      try {
        return (await application.acquireTokenSilent({ ...request, forceRefresh: ask === 'renewed' })).accessToken;
      } catch {
        // Consent or a second factor is missing: only a window can ask for it, and only after a click.
        if (ask !== 'with-window') return undefined;
        return (await application.acquireTokenPopup(request).catch(() => undefined))?.accessToken;
      }
    },
  };
};

export const readNestedConfig = async (): Promise<NestedConfig | undefined> => {
  try {
    const answer = await fetch('config.json', { credentials: 'omit' });
    const config = (await answer.json()) as Partial<NestedConfig>;
    return answer.ok && config.clientId && config.authority && config.scope ? (config as NestedConfig) : undefined;
  } catch {
    return undefined;
  }
};
