import { z } from 'zod';
import { type Check, type CheckOutcome, judgeEngines } from '../../../core/connectivity/index.ts';
import { type ObjectKind, objectKinds, SyncFailure } from '../../../core/model/index.ts';
import { type Asking, askAgain, askParts } from '../ask-parts.ts';
import { takesMails } from '../email/takes-mails.ts';
import { salesforceObjects } from '../objects.ts';
import { readQuery, selectList } from '../records.ts';
import { createSalesforceClient } from '../salesforce-client.ts';
import { keyField } from '../salesforce-object.ts';
import type { SalesforceAccess, SalesforceSettings } from '../salesforce-settings.ts';
import { queryPath } from '../soql.ts';
import { findingOf } from './finding-of.ts';
import { seekEngines } from './seek-engines.ts';

const versions = z.array(z.object({ version: z.string() }));
const limits = z.object({ DailyApiRequests: z.object({ Max: z.number(), Remaining: z.number() }) });
const describe = z.object({
  createable: z.boolean(),
  updateable: z.boolean(),
  deletable: z.boolean(),
  fields: z.array(z.object({ name: z.string() })),
});

/** Share of the daily requests under which a person should look who else uses them. */
const fewLeft = 0.1;

/**
 * The steps of a check of one Salesforce user after the network's: is it Salesforce, does the sign-in hold, may the user do what
 * synchronization does, are requests left, and does a real read of every object succeed.
 */
export function salesforceChecks(settings: SalesforceSettings, access: SalesforceAccess): Check[] {
  const asking: Asking = { settings, access, client: createSalesforceClient(settings, access) };
  return [
    { key: 'product', run: () => checkProduct(settings, access) },
    { key: 'sign-in', run: () => told(async () => ({ result: 'passed', evidence: (await access.accessToken()) ? null : 'empty token' })) },
    { key: 'permission', run: () => told(() => checkPermission(asking)) },
    { key: 'quota', run: () => told(() => checkQuota(asking)) },
    { key: 'read', run: () => told(() => checkRead(asking)) },
    { key: 'other-engines', run: () => told(async () => judgeEngines(await seekEngines(asking))) },
  ];
}

/** Salesforce tells its versions to anybody. */
async function checkProduct({ apiVersion }: SalesforceSettings, { instanceUrl }: SalesforceAccess): Promise<CheckOutcome> {
  const url = `${instanceUrl.replace(/\/+$/, '')}/services/data`;
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(15_000) });
  const parsed = versions.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) return { result: 'failed', finding: 'wrong-product', evidence: `${response.status} from ${url}` };
  const newest = parsed.data.at(-1)?.version ?? 'none';
  if (parsed.data.some(({ version }) => version === apiVersion)) return { result: 'passed', evidence: `API ${apiVersion} of ${newest}` };
  return { result: 'failed', finding: 'wrong-product', evidence: `API ${apiVersion} is not offered, the newest is ${newest}` };
}

async function checkPermission(asking: Asking): Promise<CheckOutcome> {
  const kinds = await readableKinds(asking);
  const answers = await Promise.all(kinds.map(async (kind) => missing(kind, await describeObject(asking, kind))));
  const names = answers.flat();
  if (names.length > 0) return { result: 'failed', finding: 'permission-missing', evidence: names.join(', ') };
  return { result: 'passed', evidence: `${namesOf(kinds)}${kinds.includes('email') ? '' : ' (mails become Tasks: no EmailMessage here)'}` };
}

/** Where Enhanced Email is off, mails are Tasks, and an EmailMessage is no more looked for. */
async function readableKinds(asking: Asking): Promise<ObjectKind[]> {
  const mails = await takesMails(asking);
  return objectKinds.filter((kind) => kind !== 'email' || mails);
}

const namesOf = (kinds: readonly ObjectKind[]): string => kinds.map((kind) => salesforceObjects[kind].sobject).join(', ');

async function describeObject({ client, settings, access }: Asking, kind: ObjectKind): Promise<z.infer<typeof describe>> {
  const path = `/sobjects/${salesforceObjects[kind].sobject}/describe`;
  return describe.parse((await askAgain({ client, settings, access }, () => client.send({ method: 'GET', path }))).body);
}

function missing(kind: ObjectKind, about: z.infer<typeof describe>): string[] {
  const { sobject } = salesforceObjects[kind];
  const rights = { create: about.createable, edit: about.updateable, delete: about.deletable };
  const lacking = Object.entries(rights).flatMap(([right, held]) => (held ? [] : [`${right} ${sobject}`]));
  return about.fields.some((field) => field.name === keyField) ? lacking : [...lacking, `field ${sobject}.${keyField}`];
}

async function checkQuota(asking: Asking): Promise<CheckOutcome> {
  const answer = await askAgain(asking, () => asking.client.send({ method: 'GET', path: '/limits' }));
  const { Max, Remaining } = limits.parse(answer.body).DailyApiRequests;
  const evidence = `${Remaining} of ${Max} requests left today`;
  if (Remaining <= 0) return { result: 'failed', finding: 'quota-used-up', evidence };
  return Remaining < Max * fewLeft ? { result: 'warning', finding: 'quota-low', evidence } : { result: 'passed', evidence };
}

/** With all the fields that are synchronized: a field the user may not see refuses the whole query. */
async function checkRead(asking: Asking): Promise<CheckOutcome> {
  const kinds = await readableKinds(asking);
  const paths = kinds.map((kind) => {
    const { sobject } = salesforceObjects[kind];
    return queryPath(`SELECT ${selectList(asking.settings.fields(kind))} FROM ${sobject} LIMIT 1`, false);
  });
  const { parts } = await askParts(asking, paths);
  const read = parts.map((part) => readQuery(part.body).records.length);
  return {
    result: 'passed',
    evidence: kinds.map((kind, index) => `${salesforceObjects[kind].sobject}: ${read[index]} read`).join(', '),
  };
}

async function told(run: () => Promise<CheckOutcome>): Promise<CheckOutcome> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof SyncFailure) return findingOf(error.error);
    throw error;
  }
}
