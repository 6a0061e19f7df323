import { browser } from 'wxt/browser';
import type { ServiceAddress } from '../../core/host/index.ts';
import { policyAddress } from './policy-address.ts';

const storageKey = 'serviceUrl';
const policyKey = 'servicePolicy';

/** Set by the company's policy; undefined without one. A browser without managed storage throws instead of answering nothing. */
const fromPolicy = async (): Promise<string | undefined> => {
  try {
    const { [storageKey]: url } = await browser.storage.managed.get(storageKey);
    return typeof url === 'string' && URL.canParse(url) ? new URL(url).origin : undefined;
  } catch {
    return undefined;
  }
};

/** Where the service is: by policy, else as it was said on the console page, else the one that the build was made for. */
export const extensionService = async (): Promise<ServiceAddress> => {
  const managed = await policyAddress(fromPolicy, {
    get: async () => (await browser.storage.local.get(policyKey))[policyKey] as string | null | undefined,
    set: (url) => browser.storage.local.set({ [policyKey]: url }),
  });
  return {
    get fixed() {
      return managed() !== undefined;
    },
    get: async () => managed() ?? ((await browser.storage.local.get(storageKey))[storageKey] as string | undefined) ?? __LOCKSTEP_SERVICE__,
    // With the permission our requests need no leave by CORS; without it the service's own allow-list still serves the pinned id.
    set: async (url) => {
      const { protocol, hostname } = new URL(url);
      const granted = await browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] }).catch(() => false);
      if (granted) await browser.storage.local.set({ [storageKey]: url });
      return granted;
    },
    onChanged: (listener) => {
      const hear = (changes: Record<string, unknown>): void => {
        if (storageKey in changes || policyKey in changes) listener();
      };
      browser.storage.onChanged.addListener(hear);
      return () => browser.storage.onChanged.removeListener(hear);
    },
  };
};
