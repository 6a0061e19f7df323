import { type ReadonlySignal, signal } from '@preact/signals';
import type { Client } from '../../contract/client/index.ts';
import { type Trouble, toTrouble } from '../connect/index.ts';
import type { App } from './create-app.ts';

/** Something of the service as a screen shows it. */
export interface Shown<T> {
  value: T;
  /** The service's time when it was so, in milliseconds since 1970. */
  at: number;
  /** From the cache, and not yet confirmed by the service. */
  remembered: boolean;
}

export interface Resource<T> {
  readonly shown: ReadonlySignal<Shown<T> | undefined>;
  /** Why the latest attempt failed; undefined once one succeeded. */
  readonly trouble: ReadonlySignal<Trouble | undefined>;
  /** Asks the service; joins an attempt that runs, and asks once more after it, as it may have missed what changed meanwhile. */
  load(): Promise<void>;
  /** Takes over what another answer said of the same thing. */
  put(value: T): void;
}

/** What was known last at once, then what the service says, by one key of the cache. */
export const createResource = <T>(app: App, key: string, ask: (client: Client) => Promise<T>): Resource<T> => {
  const shown = signal<Shown<T> | undefined>(undefined);
  const trouble = signal<Trouble | undefined>(undefined);
  let running: Promise<void> | undefined;
  let again = false;

  const put = (value: T): void => {
    const at = app.service.now();
    shown.value = { value, at, remembered: false };
    void app.cache.write(app.account.accountId, key, { value, at });
  };
  const remember = async (): Promise<void> => {
    const known = await app.cache.read<T>(app.account.accountId, key);
    if (known !== undefined && shown.value === undefined) shown.value = { ...known, remembered: true };
  };
  const once = async (): Promise<void> => {
    try {
      put(await ask(app.service.client));
      trouble.value = undefined;
    } catch (error) {
      trouble.value = toTrouble(error, app.host.online());
      app.noticed(trouble.value);
    }
  };
  const load = async (): Promise<void> => {
    if (running !== undefined) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await once();
      } while (again && trouble.value === undefined);
    })();
    try {
      await running;
    } finally {
      running = undefined;
    }
  };
  void remember();
  return { shown, trouble, load, put };
};
