import { objectMaps } from '../../../core/mapping/index.ts';
import type { Collection, ObjectKind } from '../../../core/model/index.ts';
import type { Provider } from '../../../core/sync/index.ts';
import { createSalesforce, type SalesforceEmulator } from '../../../sandbox/salesforce/index.ts';
import { createDesk, type Desk } from '../../../sandbox/world/desk.ts';
import { openSalesforce, type SalesforceAccess, type SalesforceSettings } from '../../../service/salesforce/index.ts';
import { collection, window } from './collection.ts';
import { listen } from './listen.ts';
import { worldClock } from './world-clock.ts';

export interface SalesforceWorld {
  desk: Desk;
  salesforce: SalesforceEmulator;
  clock: ReturnType<typeof worldClock>;
  url: string;
  /** Salesforce ids of the two users. */
  ada: string;
  ben: string;
  settings: SalesforceSettings;
  /** Ada's. */
  access: SalesforceAccess;
  /** "used/max" as reported by the answers. */
  limits: string[];
  open(access?: Partial<SalesforceAccess>): Provider;
  close(): Promise<void>;
}

/** A Salesforce emulator on a free port with two users, Ada and Ben; providers open as Ada. */
export async function salesforceWorld(): Promise<SalesforceWorld> {
  const desk = createDesk();
  let url = '';
  const salesforce = createSalesforce({ desk, url: () => url });
  const server = await listen(salesforce.app);
  url = server.url;
  const user = (name: string): string =>
    salesforce.org.insert('User', { Username: `${name}@demo.test`, Email: `${name}@demo.test`, FirstName: name, LastName: 'Example' });
  const ada = user('ada');
  const ben = user('ben');
  const clock = worldClock(desk);
  const limits: string[] = [];
  const settings: SalesforceSettings = {
    apiVersion: '62.0',
    clock,
    random: () => 0.5,
    fields: (object) => objectMaps[object].salesforceFields,
    limits: (_, used, max) => limits.push(`${used}/${max}`),
  };
  let token = salesforce.issueToken('ada@demo.test');
  const access: SalesforceAccess = {
    instanceUrl: url,
    userId: ada,
    orgId: '00D000000000001AAA',
    window,
    accessToken: async (force) => {
      if (force) token = salesforce.issueToken('ada@demo.test');
      return token;
    },
    stop: new AbortController().signal,
  };
  return {
    desk,
    salesforce,
    clock,
    url,
    ada,
    ben,
    settings,
    access,
    limits,
    open: (change) => openSalesforce(settings, { ...access, ...change }),
    close: server.close,
  };
}

export const sobjects = (object: ObjectKind, more: Partial<Collection> = {}): Collection =>
  collection(object, object === 'contact' ? 'Contact' : 'Event', { id: `salesforce:${object}`, side: 'salesforce', ...more });
