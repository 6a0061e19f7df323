import type { ComponentChildren } from 'preact';
import type { Item } from '../../contract/client/index.ts';
import { organizationsText, sayStatusReason } from '../../text/index.ts';
import { type Resource, send, useApp, useLocale, useResource, useSayTrouble, useText } from '../app/index.ts';
import { Button, Skeleton, StateIcon, TroubleStrip } from '../parts/index.ts';
import './organizations.css';

export type Organization = Item<'GET /api/organizations'>;

export const useOrganizations = (customerId?: string): Resource<Organization[]> =>
  useResource(
    `organizations ${customerId ?? ''}`,
    async (client) =>
      (await client.call('GET /api/organizations', { query: { limit: 200, ...(customerId === undefined ? {} : { customerId }) } })).items,
    (event) => ['organization.changed', 'user.changed', 'session.finished'].includes(event.kind),
  );

interface ListProps {
  /** Of one customer; without it all that I may see. */
  customerId?: string;
  maySwitch: boolean;
  /** How a name is shown where it leads somewhere. */
  named?: ((organization: Organization) => ComponentChildren) | undefined;
}

const OrganizationLine = ({
  organization,
  onChanged,
  maySwitch,
  named,
}: {
  organization: Organization;
  onChanged: () => void;
} & Omit<ListProps, 'customerId'>) => {
  const t = useText(organizationsText);
  const say = useSayTrouble();
  const app = useApp();
  const locale = useLocale();
  const { id, name, enabled, suspended, users, isDefault } = organization;
  const isOn = enabled && suspended === null;
  const attention = users.byState['needs-attention'] ?? 0;
  const turn = async (on: boolean): Promise<void> => {
    const sent = await send(app, 'PATCH /api/organizations/{id}', { path: { id }, body: { enabled: on } });
    if ('trouble' in sent) {
      app.notice.value = { kind: 'bad', text: say(sent) };
      return;
    }
    onChanged();
    const undo = { label: t(on ? 'turn-off' : 'turn-on'), run: () => void turn(!on) };
    app.notice.value = { kind: 'good', text: t(on ? 'turned-on' : 'turned-off', { name, count: users.total }), act: undo };
  };
  return (
    <li class="organization">
      <StateIcon state={isOn ? 'up-to-date' : 'off'} size={16} />
      <div>
        <p class={isOn ? '' : 'switched-off'}>
          <strong>{named?.(organization) ?? name}</strong> {isDefault ? <span class="badge">{t('default')}</span> : null}
        </p>
        <p class="small quiet">
          {suspended === null ? t(isOn ? 'on' : 'off') : t('suspended', { reason: sayStatusReason(suspended.reason, locale) })}
          {` · ${t('users', { count: users.total })}`}
          {attention > 0 ? ` · ${t('attention', { count: attention })}` : null}
        </p>
      </div>
      {maySwitch ? (
        <Button look="subtle" label={t(isOn ? 'turn-off-named' : 'turn-on-named', { name })} onPress={() => void turn(!isOn)}>
          {t(isOn ? 'turn-off' : 'turn-on')}
        </Button>
      ) : null}
    </li>
  );
};

/** Organizations with their state and how many users of each need somebody. Off overrules every user of it. */
export const OrganizationList = ({ customerId, maySwitch, named }: ListProps) => {
  const t = useText(organizationsText);
  const organizations = useOrganizations(customerId);
  const shown = organizations.shown.value;
  const trouble = organizations.trouble.value;
  const reload = (): void => void organizations.load();
  return (
    <>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={reload} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[36, 36, 36]} /> : null}
      {shown?.value.length === 0 ? <p class="quiet">{t('none')}</p> : null}
      <ul class="organizations">
        {(shown?.value ?? []).map((organization) => (
          <OrganizationLine key={organization.id} organization={organization} onChanged={reload} maySwitch={maySwitch} named={named} />
        ))}
      </ul>
    </>
  );
};
