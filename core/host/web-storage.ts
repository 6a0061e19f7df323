import type { HostStorage } from './host.ts';

/**
 * A Storage of the browser as a host's storage. `prefix` keeps families apart: in Outlook it is Office's partition key, as two frames of
 * one origin may otherwise share what they should not. https://learn.microsoft.com/office/dev/add-ins/develop/persisting-add-in-state-and-settings
 */
export const webStorage = (store: Storage, prefix: string): HostStorage => ({
  get: async (key) => store.getItem(`${prefix}${key}`) ?? undefined,
  set: async (key, value) => {
    if (value === undefined) store.removeItem(`${prefix}${key}`);
    else store.setItem(`${prefix}${key}`, value);
  },
  onChanged: (listener) => {
    const hear = (event: StorageEvent): void => {
      if (event.storageArea === store && event.key?.startsWith(prefix)) listener(event.key.slice(prefix.length));
    };
    globalThis.addEventListener('storage', hear as EventListener);
    return () => globalThis.removeEventListener('storage', hear as EventListener);
  },
});
