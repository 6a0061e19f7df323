import type { Direction, Phase } from './measurement.ts';

/** Most that one request of the providers takes. */
const graphPage = 1000;
const graphBatch = 20;
const salesforcePage = 2000;
const salesforceCollection = 200;
const salesforceComposite = 5;

export interface Least {
  http: { outlook: number; salesforce: number };
  /** Requests of them that come after the reading, on whichever side is written: look-ups and writes. */
  behind: number;
  /** How the two come about, with the numbers put in. */
  terms: { outlook: string; salesforce: string };
}

/** One kind of request in a sum; `value` is what `formula` comes to. */
export interface Term {
  name: string;
  formula: string;
  value: number;
}

/** Addresses that one query holds (reference: two matching queries for 1,000 new contacts). */
const addressesPerQuery = 500;

/**
 * The fewest HTTP requests by which n contacts and n events can be brought across, were nothing read back: the due listings of a side share their
 * round trips ($batch, /composite), writes go out as full as they may be. Whom Salesforce knows already has to be asked before anybody is made there,
 * or a person would have two records; which accounts there are goes along.
 */
export function leastRequests(direction: Direction, n: number, phase: Phase): Least {
  const edited = Math.ceil(n / 100);
  const written = phase === 'first' ? n : phase === 'changed' ? edited : 0;
  // What a listing shows: the items of the side where they are made at first, and on the other side our own writes in the run after.
  const source = phase === 'first' ? n : phase === 'changed' ? edited : 0;
  const target = phase === 'echoes' ? n : 0;
  const shown = direction === 'up' ? { outlook: source, salesforce: target } : { outlook: target, salesforce: source };
  const outlook = [...(phase === 'first' ? [folders] : []), pages(shown.outlook, graphPage)];
  const salesforce = [pages(shown.salesforce, salesforcePage)];
  if (phase === 'first' && direction === 'up') salesforce.push(salesforceLookUps(written));
  if (written > 0 && direction === 'up') salesforce.push(salesforceWrites(written));
  if (written > 0 && direction === 'down') outlook.push(graphWrites(written));
  return leastOf(outlook, salesforce);
}

export function leastOf(outlook: readonly Term[], salesforce: readonly Term[]): Least {
  return {
    http: { outlook: sum(outlook), salesforce: sum(salesforce) },
    behind: sum([...outlook, ...salesforce].filter(({ name }) => name === 'look-ups' || name === 'writes')),
    terms: { outlook: show(outlook), salesforce: show(salesforce) },
  };
}

export const folders: Term = { name: 'folders', formula: '1', value: 1 };

const pages = (items: number, size: number): Term => ({
  name: 'listings',
  formula: items > size ? `⌈${items}/${size}⌉` : '1',
  value: Math.max(1, Math.ceil(items / size)),
});

export const outlookListings = (shown: number): Term => pages(shown, graphPage);
export const salesforceListings = (shown: number): Term => pages(shown, salesforcePage);

/** Items of so many kinds, as many of each, by $batch. */
export function graphWrites(items: number, kinds = 2): Term {
  return { ...graphParts(items * kinds, 'writes'), formula: `⌈${times(kinds)}${items}/${graphBatch}⌉` };
}

/** Single requests that travel by $batch. */
export const graphParts = (parts: number, name: string): Term => ({
  name,
  formula: `⌈${parts}/${graphBatch}⌉`,
  value: Math.ceil(parts / graphBatch),
});

/** Rows of so many kinds, as many of each: a collection holds one kind, a request several collections. */
export function salesforceWrites(items: number, kinds = 2): Term {
  const formula = `⌈${times(kinds)}⌈${items}/${salesforceCollection}⌉/${salesforceComposite}⌉`;
  return { name: 'writes', formula, value: Math.ceil((kinds * Math.ceil(items / salesforceCollection)) / salesforceComposite) };
}

/** Of so many new contacts: their addresses, and one query for their companies. */
export function salesforceLookUps(contacts: number): Term {
  const formula = `⌈(⌈${contacts}/${addressesPerQuery}⌉+1)/${salesforceComposite}⌉`;
  return { name: 'look-ups', formula, value: Math.ceil((Math.ceil(contacts / addressesPerQuery) + 1) / salesforceComposite) };
}

const times = (kinds: number): string => (kinds === 1 ? '' : `${kinds}×`);

/** The same of each of several mailboxes. */
export const each = (mailboxes: number, { name, formula, value }: Term): Term => ({
  name,
  formula: `${mailboxes}×${formula}`,
  value: mailboxes * value,
});

const sum = (terms: readonly Term[]): number => terms.reduce((total, term) => total + term.value, 0);
const show = (terms: readonly Term[]): string =>
  terms.map(({ name, formula, value }) => `${name} ${formula}${formula === String(value) ? '' : `=${value}`}`).join(' + ');
