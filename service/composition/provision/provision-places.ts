import type { MailboxAccess } from '../../../core/model/index.ts';
import { ConfigFailure } from '../../config/index.ts';
import { addOrganization, addPlan } from '../../store/index.ts';
import type { Work } from './provision.ts';
import { folded, type ProvisionFile } from './provision-file.ts';

interface Plan {
  id: string;
  name: string;
}

interface Organization {
  id: string;
  name: string;
  isDefault: boolean;
  mailboxAccess: MailboxAccess;
  planId: string | null;
}

export interface Places {
  /** @throws ConfigFailure naming `where` in the file */
  plan(name: string | undefined, where: string): Plan | undefined;
  /** The default organization where none is named. */
  organization(name: string | undefined, where: string): Organization;
  /** Of an organization without one. */
  firstPlan: Plan;
}

/** Plans and organizations of the file; one of each where neither file nor customer has any. */
export async function provisionPlaces(work: Work, file: ProvisionFile): Promise<Places> {
  const plans = await provisionPlans(work, file);
  const planNamed = (name: string | undefined, where: string) => (name === undefined ? undefined : found(plans, name, 'plan', where));
  const [firstPlan] = plans;
  if (!firstPlan) throw new Error('the customer has no plan');
  const organizations = await organizationsOf(work);
  const wanted = file.organizations.length > 0 || organizations.length > 0 ? file.organizations : [onlyOne(file.customer.name)];
  const defaultName = organizations.some((one) => one.isDefault) ? undefined : (wanted.find((one) => one.default) ?? wanted[0])?.name;
  for (const [index, one] of wanted.entries()) {
    if (organizations.some(({ name }) => folded(name) === folded(one.name))) {
      work.known(`organization ${one.name}`);
      continue;
    }
    const { name, mailboxAccess } = one;
    const isDefault = name === defaultName;
    const planId = (planNamed(one.plan, `organizations[${index}].plan`) ?? firstPlan).id;
    const fresh = { customerId: work.customerId, name, isDefault, mailboxAccess, defaultPlanId: planId };
    const id = await addOrganization(work.store, work.ids, work.transaction, fresh, work.act);
    organizations.push({ id, name, isDefault, mailboxAccess, planId });
    work.say(`organization ${name} (${mailboxAccess}${isDefault ? ', default' : ''}): added`);
  }
  return {
    plan: planNamed,
    organization: (name, where) => {
      if (name !== undefined) return found(organizations, name, 'organization', where);
      const usual = organizations.find((one) => one.isDefault);
      if (!usual) throw new ConfigFailure(`${where} is missing, and the customer has no default organization. Name one.`);
      return usual;
    },
    firstPlan,
  };
}

const onlyOne = (name: string): ProvisionFile['organizations'][number] => ({ name, mailboxAccess: 'graph-app-only', default: true });

async function provisionPlans(work: Work, file: ProvisionFile): Promise<Plan[]> {
  const plans = await work.transaction.query<Plan>('SELECT id, name FROM plan ORDER BY created_at, id');
  const wanted = file.plans.length > 0 || plans.length > 0 ? file.plans : [{ name: 'Standard', intervalSeconds: 1800 }];
  for (const { name, intervalSeconds } of wanted) {
    if (plans.some((plan) => folded(plan.name) === folded(name))) {
      work.known(`plan ${name}`);
      continue;
    }
    const fresh = { customerId: work.customerId, name, intervalSeconds };
    plans.push({ id: await addPlan(work.store, work.ids, work.transaction, fresh, work.act), name });
    work.say(`plan ${name} (every ${intervalSeconds} s): added`);
  }
  return plans;
}

const organizationsOf = ({ transaction }: Work) =>
  transaction.query<Organization>(
    `SELECT id, name, is_default AS "isDefault", mailbox_access AS "mailboxAccess", default_plan_id AS "planId"
       FROM organization ORDER BY created_at, id`,
  );

function found<T extends { name: string }>(list: readonly T[], name: string, what: string, where: string): T {
  const one = list.find((entry) => folded(entry.name) === folded(name));
  if (one) return one;
  const known = list.map((entry) => `"${entry.name}"`).join(', ');
  throw new ConfigFailure(`${where}: there is no ${what} "${name}"; there are ${known}. Name one of them, or add it to the file.`);
}
