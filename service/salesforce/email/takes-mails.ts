import { z } from 'zod';
import { type Asking, askAgain, failureOf } from '../ask-parts.ts';
import type { PartAnswer } from '../composite.ts';
import type { SalesforceClient, SalesforceRequest } from '../salesforce-client.ts';

const basics = z.object({ objectDescribe: z.object({ createable: z.boolean(), queryable: z.boolean().catch(true) }) });

/** Asked once a lane: an administrator may switch Enhanced Email on or off, and permissions differ by user. */
const known = new WeakMap<SalesforceClient, Promise<boolean>>();

/**
 * Whether this user can make an EmailMessage of its own: Enhanced Email is on, and the user may. Without it the object is missing, or is
 * there for cases only and not createable (help: "Enable Enhanced Email"). [K]
 */
export function takesMails(asking: Asking): Promise<boolean> {
  const { client } = asking;
  const asked = known.get(client) ?? ask(asking);
  known.set(client, asked);
  asked.catch(() => known.delete(client));
  return asked;
}

/** The same, told beside another read; a refusal says nothing here. */
export function noteTaken({ client }: Asking, { status, body }: PartAnswer): boolean {
  const told = status < 300 ? basics.safeParse(body).data?.objectDescribe : undefined;
  if (told) known.set(client, Promise.resolve(told.createable && told.queryable));
  return told?.createable === true && told.queryable;
}

export const mailBasics: SalesforceRequest = { method: 'GET', path: '/sobjects/EmailMessage' };

async function ask(asking: Asking): Promise<boolean> {
  try {
    const { body } = await askAgain(asking, () => asking.client.send(mailBasics));
    const { createable, queryable } = basics.parse(body).objectDescribe;
    return createable && queryable;
  } catch (error) {
    const kind = failureOf(error, asking.settings)?.kind;
    if (kind === 'gone' || kind === 'refused') return false;
    throw error;
  }
}
