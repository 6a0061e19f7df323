import type { Direction, Phase } from './measurement.ts';

/** Most that one request of the providers takes. */
const graphPage = 1000;
const graphBatch = 20;
const salesforcePage = 2000;
const salesforceCollection = 200;
const salesforceComposite = 5;

export interface Least {
  http: { outlook: number; salesforce: number };
  /** How the two come about, with the numbers put in. */
  terms: { outlook: string; salesforce: string };
}

interface Term {
  name: string;
  formula: string;
  value: number;
}

/**
 * The fewest HTTP requests by which n contacts and n events can be brought across, were nothing looked up and nothing read back: the due
 * listings of a side share their round trips ($batch, /composite), writes go out as full as they may be.
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
  if (written > 0 && direction === 'up') salesforce.push(salesforceWrites(written));
  if (written > 0 && direction === 'down') outlook.push(graphWrites(written));
  return {
    http: { outlook: sum(outlook), salesforce: sum(salesforce) },
    terms: { outlook: show(outlook), salesforce: show(salesforce) },
  };
}

const folders: Term = { name: 'folders', formula: '1', value: 1 };

const pages = (items: number, size: number): Term => ({
  name: 'listings',
  formula: items > size ? `⌈${items}/${size}⌉` : '1',
  value: Math.max(1, Math.ceil(items / size)),
});

function graphWrites(items: number): Term {
  return { name: 'writes', formula: `⌈2×${items}/${graphBatch}⌉`, value: Math.ceil((2 * items) / graphBatch) };
}

function salesforceWrites(items: number): Term {
  const collections = 2 * Math.ceil(items / salesforceCollection);
  const formula = `⌈2×⌈${items}/${salesforceCollection}⌉/${salesforceComposite}⌉`;
  return { name: 'writes', formula, value: Math.ceil(collections / salesforceComposite) };
}

const sum = (terms: readonly Term[]): number => terms.reduce((total, term) => total + term.value, 0);
const show = (terms: readonly Term[]): string =>
  terms.map(({ name, formula, value }) => `${name} ${formula}${formula === String(value) ? '' : `=${value}`}`).join(' + ');
