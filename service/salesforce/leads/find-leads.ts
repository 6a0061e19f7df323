import type { SyncError } from '../../../core/model/index.ts';
import type { LeadRecord, LeadWatch, LeadWish } from '../../../core/sync/index.ts';
import { type Asking, askParts } from '../ask-parts.ts';
import { classifyError } from '../classify-answer.ts';
import { mostParts, type PartAnswer } from '../composite.ts';
import { isRefusal, isRefused } from '../is-refused.ts';
import { firstError } from '../read-errors.ts';
import type { Along } from '../together.ts';
import { leadPaths, leadQueries, readLeads } from './lead-queries.ts';

/** What was looked up last along with something else, for whoever asks for it next. */
export interface LookedLeads {
  last: (LeadWish & { all: boolean; leads: readonly LeadRecord[] }) | null;
}

/** Leads by address and by id, as far as this user sees them; no request where a look-up has just brought them. */
export async function findLeads(asking: Asking, wish: LeadWish, looked: LookedLeads): Promise<readonly LeadRecord[]> {
  if (wish.addresses.length + wish.ids.length === 0 || seesNone(asking)) return [];
  if (!covers(looked.last, wish)) await ask(asking, wish, looked);
  const { addresses, ids } = { addresses: new Set(wish.addresses), ids: new Set(wish.ids) };
  return (looked.last?.leads ?? []).filter(({ id, address, open }) => ids.has(id) || (open && addresses.has(address)));
}

/** The same along with another look-up, where its request has room for all of it. */
export function leadsBeside(asking: Asking, wish: LeadWish, looked: LookedLeads): Along {
  looked.last = null;
  if (seesNone(asking)) return () => null;
  const { paths, all } = leadQueries(wish, seesMany(asking));
  let gone = false;
  return (queries) => {
    if (gone || paths.length === 0 || queries + paths.length > mostParts) return null;
    gone = true;
    return {
      requests: paths.map((path) => ({ method: 'GET', path })),
      read: (parts) => void keep(asking, { ...wish, all }, parts, looked),
    };
  };
}

/** Leads that somebody waits for, along with the first page of a listing. */
export function watchBeside(asking: Asking, { ids, seen }: LeadWatch): Along {
  const paths = leadPaths(ids);
  let done = false;
  return (queries) => {
    if (done || paths.length === 0 || queries + paths.length > mostParts || seesNone(asking)) return null;
    return {
      requests: paths.map((path) => ({ method: 'GET', path })),
      read(parts) {
        done = true;
        const pages = parts.map(readLeads);
        if (pages.every((page) => page !== null)) seen(pages.flatMap(({ leads }) => leads));
      },
    };
  };
}

/** A refusal means that this user has no leads; that is so for a day. */
export function noteRefusedLeads({ settings, access }: Asking, part: PartAnswer): SyncError | null {
  const error = classifyError(firstError(part.status, part.body), { now: settings.clock.now(), random: settings.random() });
  if (!isRefusal(error)) return error;
  settings.leadSights?.keep(access, 'none', settings.clock.now());
  return null;
}

export const seesNone = ({ settings, access }: Asking): boolean => settings.leadSights?.is(access, 'none', settings.clock.now()) === true;
const seesMany = ({ settings, access }: Asking): boolean => settings.leadSights?.is(access, 'many', settings.clock.now()) === true;

function covers(last: LookedLeads['last'], { addresses, ids }: LeadWish): boolean {
  if (!last) return false;
  const known = { addresses: new Set(last.addresses), ids: new Set(last.ids) };
  return (last.all || addresses.every((address) => known.addresses.has(address))) && ids.every((id) => known.ids.has(id));
}

async function ask(asking: Asking, wish: LeadWish, looked: LookedLeads): Promise<void> {
  looked.last = null;
  const { paths, all } = leadQueries(wish, seesMany(asking));
  try {
    const { parts } = await askParts(asking, paths);
    // More than a page of them: each by its address.
    if (!keep(asking, { ...wish, all }, parts, looked) && all) await ask(asking, wish, looked);
  } catch (error) {
    if (!isRefused(error)) throw error;
    asking.settings.leadSights?.keep(asking.access, 'none', asking.settings.clock.now());
  }
}

function keep(asking: Asking, wish: LeadWish & { all: boolean }, parts: readonly PartAnswer[], looked: LookedLeads): boolean {
  const failed = parts.find(({ status }) => status >= 300);
  if (failed) noteRefusedLeads(asking, failed);
  const pages = parts.map(readLeads);
  if (failed || !pages.every((page) => page !== null)) return false;
  const [first] = pages;
  if (wish.all && first?.done !== true) {
    asking.settings.leadSights?.keep(asking.access, 'many', asking.settings.clock.now());
    return false;
  }
  looked.last = { ...wish, leads: pages.flatMap(({ leads }) => leads) };
  return true;
}
