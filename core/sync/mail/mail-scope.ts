import { domainOf } from '../../mapping/index.ts';
import type { Decision, Facts, Reason } from '../../model/index.ts';
import type { MailPolicy, SyncPolicy } from '../policy.ts';

/** As scope.ts hears of its rules: what "Why?" shows. */
type Look = (rule: MailReason, bars: boolean) => boolean;
const unheard: Look = (_rule, bars) => bars;

type MailReason = Extract<
  Reason,
  'draft' | 'internal-only' | 'before-start' | 'not-triggered' | 'no-match' | 'excluded-by-user' | 'excluded-by-admin'
>;

/**
 * Whether a mail travels (features.md, decision 12). The order is the explanation: what never travels; what a person asked for, by Save,
 * category or folder; what comes by itself, which block lists and colleagues' mails are kept from.
 */
export function mailScope(facts: Facts, policy: SyncPolicy, look: Look = unheard): MailReason | null {
  const { mail, objects } = policy;
  // Kept without its people: no rule can look at it again before it is read anew.
  if (facts.unmatched) return look('no-match', true) ? 'no-match' : null;
  if (look('draft', facts.draft === true)) return 'draft';
  if (look('internal-only', isInternal(facts, mail))) return 'internal-only';
  if (facts.saved) return null;
  if (look('before-start', mail.from !== null && (facts.start ?? mail.from) < mail.from)) return 'before-start';
  const { trigger } = objects.email;
  if (trigger !== 'saved' && isMarked(facts, policy)) return null;
  if (look('not-triggered', trigger !== 'everything' && !mail.autoSave)) return 'not-triggered';
  const excluded = `excluded-by-${mail.excluded.by}` as const;
  if (look(excluded, isExcluded(facts, mail))) return excluded;
  return look('no-match', trigger !== 'everything' && !facts.known) ? 'no-match' : null;
}

/**
 * Whether it is worth a line in the books: what nobody asked for and no rule looks at, or a block list keeps out, is not even noted, so that of
 * a person's other mail nothing is known here.
 */
export function isMailOfInterest(facts: Facts, policy: SyncPolicy): boolean {
  const { trigger } = policy.objects.email;
  if (trigger !== 'saved' && isMarked(facts, policy)) return true;
  if (isExcluded(facts, policy.mail)) return false;
  if (trigger === 'everything') return true;
  return policy.mail.autoSave && !facts.draft && !isInternal(facts, policy.mail);
}

/** Whether its people must be looked up before it can be decided: only those that nobody asked for. */
export const needsPeople = (facts: Facts, policy: SyncPolicy): boolean => {
  const reason = mailScope({ ...facts, known: true }, policy);
  return reason === null;
};

/** Whether mailboxes are read for mails at all: where only Save takes them, they are not. */
export function readsMail({ objects, mail }: SyncPolicy): boolean {
  return objects.email.up && (objects.email.trigger !== 'saved' || mail.autoSave);
}

/** Nobody outside on it, as on a note to oneself. A person without a readable address may be anybody. */
function isInternal({ participants = [], nameless }: Facts, { internal }: MailPolicy): boolean {
  return !nameless && participants.every((address) => isColleague(address, internal));
}

function isMarked({ categories, folder }: Facts, { category, mail, places }: SyncPolicy): boolean {
  const wanted = category.toLowerCase();
  if (categories?.some((name) => name.toLowerCase() === wanted)) return true;
  if (!folder) return false;
  return places?.has(folder) === true || folder.toLowerCase() === mail.folder?.toLowerCase();
}

function isExcluded({ participants = [] }: Facts, { excluded }: MailPolicy): boolean {
  return participants.some((address) => excluded.addresses.has(address) || inDomains(domainOf(address), excluded.domains));
}

/** "example.com" also means "mail.example.com". */
function inDomains(domain: string, domains: ReadonlySet<string>): boolean {
  const labels = domain.split('.');
  return labels.some((_, start) => domains.has(labels.slice(start).join('.')));
}

export const isColleague = (address: string, internal: ReadonlySet<string>): boolean => inDomains(domainOf(address), internal);

/** What the rules looked at: counts and marks, never a name or an address. */
export function mailInputs(facts: Facts, policy: SyncPolicy): Decision['inputs'] {
  return {
    received: facts.start ?? null,
    from: policy.mail.from,
    folder: facts.folder ?? null,
    wantedFolder: policy.mail.folder,
    categories: facts.categories ?? [],
    wantedCategory: policy.category,
    saved: facts.saved ?? false,
    autoSave: policy.mail.autoSave,
    participants: facts.participants?.length ?? 0,
    outside: facts.participants?.filter((address) => !isColleague(address, policy.mail.internal)).length ?? 0,
    known: facts.known ?? null,
  };
}
