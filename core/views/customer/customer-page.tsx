import { customersText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { HoldList } from '../holds/index.ts';
import { Icon, PageHeading, Sections, Skeleton, TroubleStrip } from '../parts/index.ts';
import { SettingChanges, SettingsCard } from '../settings/index.ts';
import { CustomerOverview, type CustomerOverviewProps } from './customer-overview.tsx';
import { type CustomerSection, customerSections } from './customer-sections.ts';

export interface CustomerPageProps {
  customerId: string;
  section: CustomerSection;
  may: ReadonlySet<string>;
  onTitle: (name: string) => void;
}

const Section = ({ customer, section, may }: CustomerOverviewProps & { section: CustomerSection }) => {
  switch (section) {
    case 'overview':
      return <CustomerOverview customer={customer} may={may} />;
    case 'holds':
      return <HoldList level="customer" id={customer.id} />;
    case 'settings':
      return <SettingsCard level="customer" id={customer.id} mayChange={may.has('setting.update')} />;
    case 'changes':
      return <SettingChanges level="customer" id={customer.id} mayUndo={may.has('setting.update')} />;
  }
};

/** One customer: how it stands, its organizations, what waits for an answer, what is set for it, and what was. */
export const CustomerPage = ({ customerId, section, may, onTitle }: CustomerPageProps) => {
  const t = useText(customersText);
  const resource = useResource(
    `customer ${customerId}`,
    (client) => client.call('GET /api/customers/{id}', { path: { id: customerId } }),
    (event) => ['organization.changed', 'user.changed', 'session.finished'].includes(event.kind),
  );
  const shown = resource.shown.value;
  const trouble = resource.trouble.value;
  const customer = shown?.value;
  return (
    <div class="stack organization-page">
      <a class="back" href="#/customers">
        <Icon name="back" size={16} />
        {t('back-to-list')}
      </a>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void resource.load()} />}
      {customer === undefined && trouble === undefined ? <Skeleton lines={[28, 32, 160]} /> : null}
      {customer === undefined ? null : (
        <>
          <PageHeading name={customer.name} onTitle={onTitle} />
          <Sections
            label={t('sections', { name: customer.name })}
            base={`#/customers/${customerId}`}
            sections={customerSections.map((one) => [one, t(one)] as const)}
            current={section}
          />
          <Section customer={customer} section={section} may={may} />
        </>
      )}
    </div>
  );
};
