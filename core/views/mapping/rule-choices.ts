import type { MappedObject } from './rule.ts';
import type { RuleDraft } from './rule-draft.ts';

export interface RuleChoices {
  outlook: readonly string[];
  travels: readonly ('both' | 'up' | 'down' | 'none')[];
  salesforce: readonly { name: string; label: string }[];
}

const texts = ['string', 'textarea', 'picklist', 'combobox', 'multipicklist', 'phone', 'url', 'email'];

const outlookOf = ({ kind }: RuleDraft, { standard, extras }: MappedObject): string[] => {
  if (kind === 'constant') return [];
  if (kind === 'pair') return extras.map(({ name }) => name);
  return standard.filter(({ salesforce }) => kind === 'direction' || salesforce !== null).map(({ field }) => field);
};

const travelsOf = ({ kind, outlook }: RuleDraft, { extras }: MappedObject): RuleChoices['travels'] => {
  if (kind === 'direction') return ['both', 'up', 'down', 'none'];
  if (kind !== 'pair') return [];
  return extras.find(({ name }) => name === outlook)?.travels === 'up' ? ['up'] : ['both', 'up', 'down'];
};

/**
 * What a form offers for a rule of that kind. Whether a rule fits is for the service to say, which knows more (lengths, other rules): here
 * only what can never fit is left out. A field that the rule names already stays, even where the org no longer has it.
 */
export const ruleChoices = (draft: RuleDraft, object: MappedObject): RuleChoices => {
  const { kind } = draft;
  const fits = object.salesforceFields.filter(({ name, type, writable }) => {
    if (name === draft.salesforce) return true;
    if (kind === 'constant') return writable;
    return texts.includes(type) && (writable || (kind === 'pair' && draft.travels === 'down'));
  });
  const gone = draft.salesforce !== '' && !fits.some(({ name }) => name === draft.salesforce);
  return {
    outlook: outlookOf(draft, object),
    travels: travelsOf(draft, object),
    salesforce:
      kind === 'direction'
        ? []
        : [...(gone ? [{ name: draft.salesforce, label: draft.salesforce }] : []), ...fits.map(({ name, label }) => ({ name, label }))],
  };
};
