import type { Answer, StatusState } from '../../contract/client/index.ts';
import { customersText, reasonTitles, sayReason, statusText } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { OrganizationList } from '../organizations/index.ts';
import { Card, StateIcon } from '../parts/index.ts';
import './customer.css';

export interface CustomerOverviewProps {
  customer: Answer<'GET /api/customers/{id}'>;
  may: ReadonlySet<string>;
}

const order: readonly StatusState[] = ['needs-attention', 'syncing', 'waiting', 'up-to-date', 'off'];

const State = ({ customer }: Pick<CustomerOverviewProps, 'customer'>) => {
  const t = useText(customersText);
  const s = useText(statusText);
  const locale = useLocale();
  const { id, tenantId, partnerId, distributorId, enabled, suspended, users } = customer;
  const isOn = enabled && suspended === null;
  const ids = [
    ['id-customer', id],
    ['id-tenant', tenantId],
    ['id-partner', partnerId],
    ['id-distributor', distributorId],
  ] as const;
  return (
    <Card title={t('state')}>
      <p class="row">
        <StateIcon state={isOn ? 'up-to-date' : 'off'} size={16} />
        {suspended === null ? t(isOn ? 'on' : 'off') : t('suspended', { reason: sayReason(reasonTitles, suspended.reason, locale) })}
      </p>
      <section aria-label={t('users-title')}>
        <p class="small quiet">{t('users', { count: users.total })}</p>
        <ul class="customer-states">
          {order
            .filter((state) => (users.byState[state] ?? 0) > 0)
            .map((state) => (
              <li key={state}>
                <StateIcon state={state} size={16} />
                <span class="number">{users.byState[state]}</span> {s(state)}
              </li>
            ))}
        </ul>
      </section>
      <dl class="customer-ids small">
        {ids.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt class="quiet">{t(name)}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p>
        <a href={`#/customers/${id}/changes`}>{t('changed-last')}</a>
      </p>
    </Card>
  );
};

/** How a customer stands: on or off and why, its users by state, its ids, and its organizations. */
export const CustomerOverview = ({ customer, may }: CustomerOverviewProps) => {
  const t = useText(customersText);
  return (
    <>
      <State customer={customer} />
      <Card title={t('organizations-title')}>
        <OrganizationList
          customerId={customer.id}
          maySwitch={may.has('organization.update')}
          named={({ id, name }) => <a href={`#/organizations/${id}`}>{name}</a>}
        />
      </Card>
    </>
  );
};
