import { settingChangesText, settingsText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { useOrganizations } from '../organizations/index.ts';
import { Fold } from '../parts/index.ts';
import { SettingChanges } from './setting-changes.tsx';
import { SettingsCard } from './settings-card.tsx';
import { TrySettings } from './try-settings.tsx';

type Place = { level: 'customer' | 'organization' | 'group'; id: string; name: string };

interface PageProps {
  may: ReadonlySet<string>;
  /** Whose, as the address says it: "group 7"; nothing where the first is shown. */
  of: string;
  onChoose: (of: string) => void;
}

/** The settings of customers, organizations and user groups: what is made here is pushed to all their users. */
export const SettingsPage = ({ may, of, onChoose }: PageProps) => {
  const t = useText(settingsText);
  const c = useText(settingChangesText);
  const organizations = useOrganizations().shown.value?.value ?? [];
  const mayGroups = may.has('group.read');
  const groups = useResource(
    'groups',
    async (client) => (mayGroups ? (await client.call('GET /api/groups', { query: { limit: 200 } })).items : []),
    (event) => event.kind === 'settings.changed',
  );
  const customers = new Map(organizations.map((one) => [one.customerId, one.customerName]));
  const places: Place[] = [
    ...(mayGroups ? [...customers].map(([id, name]) => ({ level: 'customer' as const, id, name })) : []),
    ...organizations.map(({ id, name }) => ({ level: 'organization' as const, id, name })),
    ...(groups.shown.value?.value ?? []).map(({ id, name }) => ({ level: 'group' as const, id, name })),
  ];
  const place = places.find((one) => `${one.level} ${one.id}` === of) ?? places[0];
  return (
    <div class="stack settings-page">
      <h1>{t('title')}</h1>
      {may.has('setting.update') ? (
        <p>
          <a href="#/push">{t('push-to-several')}</a>
        </p>
      ) : null}
      <label class="stack">
        <span>{t('which-level')}</span>
        <select class="input" value={place ? `${place.level} ${place.id}` : ''} onChange={(event) => onChoose(event.currentTarget.value)}>
          {places.map((one) => (
            <option key={`${one.level} ${one.id}`} value={`${one.level} ${one.id}`}>
              {`${one.name} (${t(`level-${one.level}`)})`}
            </option>
          ))}
        </select>
      </label>
      {place?.level === 'organization' && may.has('setting.update') ? <TrySettings key={place.id} organizationId={place.id} /> : null}
      {place === undefined ? null : (
        <SettingsCard
          key={`${place.level} ${place.id}`}
          level={place.level}
          id={place.id}
          title={`${t('for-level')} ${place.name}`}
          mayChange={may.has('setting.update')}
        />
      )}
      {place === undefined ? null : (
        <Fold key={`changes ${place.level} ${place.id}`} title={c('title')}>
          <SettingChanges level={place.level} id={place.id} mayUndo={may.has('setting.update')} />
        </Fold>
      )}
    </div>
  );
};
