import type { Item } from '../../contract/client/index.ts';
import { customersText, reasonTitles, sayReason } from '../../text/index.ts';
import { useLocale, usePages, useText } from '../app/index.ts';
import { Card, ShowMore, Skeleton, StateIcon, TroubleStrip } from '../parts/index.ts';
import './customers.css';

type Customer = Item<'GET /api/customers'>;

const CustomerLine = ({ customer }: { customer: Customer }) => {
  const t = useText(customersText);
  const locale = useLocale();
  const { id, name, tenantId, enabled, suspended, organizations, users } = customer;
  const isOn = enabled && suspended === null;
  const attention = users.byState['needs-attention'] ?? 0;
  const state = suspended === null ? t(isOn ? 'on' : 'off') : t('suspended', { reason: sayReason(reasonTitles, suspended.reason, locale) });
  return (
    <li class="customer">
      <StateIcon state={!isOn ? 'off' : attention > 0 ? 'needs-attention' : 'up-to-date'} size={16} />
      <div>
        <p class={isOn ? '' : 'switched-off'}>
          <strong>
            <a href={`#/customers/${id}`}>{name}</a>
          </strong>
        </p>
        <p class="small quiet">
          {[
            state,
            t('organizations', { count: organizations }),
            t('users', { count: users.total }),
            ...(attention > 0 ? [t('attention', { count: attention })] : []),
          ].join(' · ')}
        </p>
        <p class="small quiet">{t('tenant', { id: tenantId })}</p>
      </div>
      <a href={`#/customers/${id}/settings`} aria-label={t('settings-named', { name })}>
        {t('settings')}
      </a>
    </li>
  );
};

/** The customers that I look after: who is on, how large, and where somebody is needed. */
export const CustomerList = () => {
  const t = useText(customersText);
  const customers = usePages(
    'customers',
    (client, query) => client.call('GET /api/customers', { query }),
    (event) => ['organization.changed', 'user.changed', 'session.finished'].includes(event.kind),
    50,
  );
  const shown = customers.shown.value;
  const trouble = customers.trouble.value;
  return (
    <div class="stack narrow-page">
      <h1>{t('title')}</h1>
      <Card title={t('title')} quietTitle>
        {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void customers.load()} />}
        {shown === undefined && trouble === undefined ? <Skeleton lines={[48, 48]} /> : null}
        {shown !== undefined && customers.items.length === 0 ? <p class="quiet">{t('none')}</p> : null}
        <ul>
          {customers.items.map((customer) => (
            <CustomerLine key={customer.id} customer={customer} />
          ))}
        </ul>
        <ShowMore shown={customers.items.length} more={customers.more} of={t('title')} onMore={customers.showMore} />
      </Card>
    </div>
  );
};
