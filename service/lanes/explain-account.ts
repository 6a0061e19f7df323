import { SyncFailure } from '../../core/model/index.ts';
import {
  type AccountSigns,
  type AccountWish,
  accountSigns,
  type FoundAccounts,
  findAccounts,
  type PlanUnit,
  type SyncPolicy,
  type Trace,
} from '../../core/sync/index.ts';
import type { ExplainParts } from './explain-item.ts';

type Mailbox = { customerId: string; userId: string };
type Inputs = Trace['verdict']['inputs'];

/** The account that a contact which no sync has seen yet would get; where Salesforce cannot be asked, the rest is explained without it. */
export async function accountOf(parts: Pick<ExplainParts, 'ask'>, mailbox: Mailbox, unit: PlanUnit, policy: SyncPolicy) {
  const accounts = (wish: AccountWish) =>
    parts.ask(mailbox, 'salesforce', async (salesforce) => (await salesforce.accounts?.(wish)) ?? noAccounts);
  try {
    return await findAccounts({ policy, accounts }, [unit]);
  } catch (error) {
    if (!(error instanceof SyncFailure)) throw error;
    return () => null;
  }
}

const noAccounts: FoundAccounts = { named: () => [], at: () => [] };

/** By what the account of a contact without a record would be found, whatever keeps it in Outlook now. */
export function signsOf({ object, link, outlook, salesforce }: PlanUnit, policy: SyncPolicy): AccountSigns | null {
  const isNew = object === 'contact' && outlook !== null && salesforce === null && (link?.salesforceId ?? null) === null;
  return isNew && policy.contactAccount === 'domain' ? accountSigns(outlook.fields ?? {}, policy.mail.internal) : null;
}

/** What was said of the account when the record was made, beside what is said of the item now. */
export function withAccount(trace: Trace, made: Inputs | null): Trace {
  if (!made) return trace;
  const inputs = { ...made, ...trace.verdict.inputs };
  const steps = trace.steps.map((step) => (step.outcome === 'decided' ? { ...step, inputs: { ...made, ...step.inputs } } : step));
  return { steps, verdict: { ...trace.verdict, inputs } };
}
