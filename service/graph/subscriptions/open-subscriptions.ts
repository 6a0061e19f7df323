import { z } from 'zod';
import { type SyncError, SyncFailure } from '../../../core/model/index.ts';
import { bodyOf } from '../body-of.ts';
import { exchangeAll } from '../exchange.ts';
import { createGraphClient } from '../graph-client.ts';
import type { GraphRequest } from '../graph-request.ts';
import type { GraphAccess, GraphSettings } from '../graph-settings.ts';

const made = z.object({ id: z.string().min(1), expirationDateTime: z.iso.datetime({ offset: true }) });
const listed = z.object({ value: z.array(z.object({ id: z.string(), resource: z.string() })) });

interface Ask {
  resource: 'contacts' | 'events';
  url: string;
  lifecycleUrl: string;
  clientState: string;
  expiresAt: string;
}

/**
 * Subscriptions of one mailbox. Ids in notifications are immutable because the request that makes a subscription says so (build-request.ts).
 * The same resource twice is refused with 409: one that an earlier life of ours left behind is deleted first, as its secret is not known.
 */
export function openSubscriptions(settings: GraphSettings, access: GraphAccess) {
  const client = createGraphClient(settings, access);
  const resourceOf = (resource: Ask['resource']): string => `/users/${access.mailbox}/${resource}`;

  async function send(request: GraphRequest): Promise<unknown> {
    const [outcome] = await exchangeAll(client, settings, access, [request]);
    return bodyOf(outcome);
  }

  async function create({ resource, url, lifecycleUrl, clientState, expiresAt }: Ask): Promise<{ id: string; expiresAt: string }> {
    const body = {
      changeType: 'created,updated,deleted',
      notificationUrl: url,
      lifecycleNotificationUrl: lifecycleUrl,
      resource: resourceOf(resource),
      expirationDateTime: expiresAt,
      clientState,
    };
    const { id, expirationDateTime } = made.parse(await send({ method: 'POST', path: '/subscriptions', body, repeatable: false }));
    return { id, expiresAt: new Date(expirationDateTime).toISOString() };
  }

  async function remove(id: string): Promise<void> {
    try {
      await send({ method: 'DELETE', path: `/subscriptions/${encodeURIComponent(id)}`, repeatable: true });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  async function removeDoubles(resource: string): Promise<void> {
    const { value } = listed.parse(await send({ method: 'GET', path: '/subscriptions', repeatable: true }));
    const same = value.filter((one) => one.resource.replace(/^\//, '').toLowerCase() === resource.slice(1).toLowerCase());
    for (const { id } of same) await remove(id);
  }

  return {
    remove,
    async create(ask: Ask): Promise<{ id: string; expiresAt: string }> {
      try {
        return await create(ask);
      } catch (error) {
        if (!(error instanceof SyncFailure) || error.error.kind !== 'conflict') throw error;
        await removeDoubles(resourceOf(ask.resource));
        return create(ask);
      }
    },
    async renew(id: string, expiresAt: string): Promise<boolean> {
      try {
        const body = { expirationDateTime: expiresAt };
        await send({ method: 'PATCH', path: `/subscriptions/${encodeURIComponent(id)}`, body, repeatable: true });
        return true;
      } catch (error) {
        if (isGone(error)) return false;
        throw error;
      }
    },
  };
}

/** 404 of a subscription has the code that elsewhere means that there is no mailbox. */
function isGone(error: unknown): boolean {
  const known: SyncError | null = error instanceof SyncFailure ? error.error : null;
  return known?.kind === 'gone' || known?.code.toLowerCase() === 'resourcenotfound';
}
