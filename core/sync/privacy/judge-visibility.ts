import type { ObjectKind } from '../../model/index.ts';

/** The org-wide default of an object: what those who do not own a record may do. `parent`: as with the record that it belongs to. */
export type SharingDefault = 'none' | 'read' | 'parent';

export interface VisibilityFacts {
  object: ObjectKind;
  /** It is private in Outlook. */
  isPrivate: boolean;
  /** A record of it is in Salesforce already. */
  saved: boolean;
  /** The record is marked private in Salesforce. */
  recordPrivate: boolean;
  /** By object ("Account"); one that is missing is not known. */
  defaults: Readonly<Record<string, SharingDefault>>;
  /** Names of the roles above the owner's; null where the owner's role is not known. */
  rolesAbove: readonly string[] | null;
  /** What the record belongs to or is about. */
  parents: readonly { object: string; name: string | null }[];
}

/** Some people who could see it. `names`: of roles, or of the records that they must see. */
export interface Audience {
  who: 'owner' | 'administrators' | 'above' | 'readers' | 'everyone' | 'sharing';
  /** False where it depends on what Lockstep cannot see. */
  certain: boolean;
  names: readonly string[];
}

/** `outlook`: it stays in Outlook. `few`: the owner and those above. `record`: whoever sees what it belongs to. */
export type VisibilityLevel = 'outlook' | 'few' | 'record' | 'everyone' | 'unknown';

export interface Visibility {
  level: VisibilityLevel;
  audiences: readonly Audience[];
}

const one = (who: Audience['who'], certain = true, names: readonly string[] = []): Audience => ({ who, certain, names });
const ownerAndAdministrators = [one('owner'), one('administrators')];

/**
 * Who in Salesforce could see an item, by the org's defaults: its owner, who may see all data, the roles above, and everybody or whoever sees
 * the record that it belongs to. Sharing rules, teams and shares by hand only ever open more and are not known here, which is said.
 * (Salesforce help: "Organization-Wide Sharing Defaults", "Activity Access")
 */
export function judgeVisibility(facts: VisibilityFacts): Visibility {
  if (facts.isPrivate && !facts.saved) return { level: 'outlook', audiences: [] };
  if (facts.recordPrivate) return { level: 'few', audiences: ownerAndAdministrators };
  return facts.object === 'contact' ? judgeContact(facts) : judgeActivity(facts);
}

function judgeContact(facts: VisibilityFacts): Visibility {
  const own = facts.defaults.Contact;
  if (own === undefined) return { level: 'unknown', audiences: [...narrow(facts), one('sharing', false)] };
  if (own === 'read') return everyone;
  if (own === 'none') return { level: 'few', audiences: [...narrow(facts), one('sharing', false)] };
  // A contact without an account is its owner's alone, whatever the hierarchy says.
  if (facts.parents.length === 0) return { level: 'few', audiences: ownerAndAdministrators };
  return throughParents(facts, narrow(facts));
}

/** Whether activities are private or controlled by their parent, whoever reads the record that they are about sees them. */
function judgeActivity(facts: VisibilityFacts): Visibility {
  if (facts.parents.length > 0) return throughParents(facts, narrow(facts));
  return { level: facts.object === 'email' ? 'unknown' : 'few', audiences: narrow(facts) };
}

function throughParents(facts: VisibilityFacts, before: readonly Audience[]): Visibility {
  const defaults = facts.parents.map(({ object }) => facts.defaults[object]);
  if (defaults.includes('read')) return everyone;
  const names = facts.parents.map(({ object, name }) => name ?? object);
  // One that is not known may be open to everybody.
  const known = defaults.every((value) => value !== undefined);
  return { level: known ? 'record' : 'unknown', audiences: [...before, one('readers', known, names), one('sharing', false)] };
}

const everyone: Visibility = { level: 'everyone', audiences: [one('everyone')] };

function narrow({ rolesAbove }: VisibilityFacts): Audience[] {
  if (rolesAbove === null) return [...ownerAndAdministrators, one('above', false)];
  return rolesAbove.length > 0 ? [...ownerAndAdministrators, one('above', true, rolesAbove)] : ownerAndAdministrators;
}
