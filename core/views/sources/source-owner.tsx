import { useState } from 'preact/hooks';
import type { Answer } from '../../contract/client/index.ts';
import { sourcesText } from '../../text/index.ts';
import { send, useApp, useResource, useSayTrouble, useText } from '../app/index.ts';
import { ReadSignIn } from './read-sign-in.tsx';

type Owner = Answer<'GET /api/organizations/{id}/sources'>['owner'];

interface OwnerProps {
  organizationId: string;
  owner: Owner;
  mayChange: boolean;
  onChanged: () => void;
}

const nobody = '';
const most = 200;
const toggles = { 'sources.newTeams': 'new-teams', 'sources.newSites': 'new-sites' } as const;
type Toggle = keyof typeof toggles;

/** Who owns Teams and sites where one names nobody else, and whether new ones come by themselves: three settings of the organization. */
export const SourceOwner = ({ organizationId, owner, mayChange, onChanged }: OwnerProps) => {
  const t = useText(sourcesText);
  const say = useSayTrouble();
  const app = useApp();
  const [busy, setBusy] = useState(false);
  const settings = useResource(
    `source-settings ${organizationId}`,
    async (client) => (await client.call('GET /api/settings/{level}/{id}', { path: { level: 'organization', id: organizationId } })).items,
    (event) => event.kind === 'settings.changed',
  );
  const users = useResource(
    `source-owners ${organizationId}`,
    async (client) => (await client.call('GET /api/users', { query: { organizationId, limit: most } })).items,
    () => false,
  );
  const known = settings.shown.value?.value ?? [];
  const isOn = (key: Toggle): boolean => known.find((one) => one.key === key)?.value === true;
  const save = async (key: Toggle | 'sources.owner', value: boolean | string | null, said: string): Promise<void> => {
    setBusy(true);
    const path = { level: 'organization' as const, id: organizationId, key };
    const sent = await send(app, 'PUT /api/settings/{level}/{id}/{key}', { path, body: { value, mayAdjust: true } });
    setBusy(false);
    if ('trouble' in sent) {
      app.notice.value = { kind: 'bad', text: t('not-done', { reason: say(sent) }) };
      return;
    }
    app.notice.value = { kind: 'good', text: said };
    void settings.load();
    onChanged();
  };
  const offered = users.shown.value?.value ?? [];
  const others =
    owner === null || offered.some(({ id }) => id === owner.userId) ? offered : [{ id: owner.userId, name: owner.name }, ...offered];
  const choose = (id: string): void => {
    const name = others.find((one) => one.id === id)?.name ?? t('no-owner');
    void save('sources.owner', id === nobody ? null : id, t('owner-set', { name }));
  };
  return (
    <div class="stack">
      <label class="stack">
        <span>{t('owner')}</span>
        <select
          class="input"
          value={owner?.userId ?? nobody}
          disabled={!mayChange || busy}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value={nobody}>{t('no-owner')}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <span class="small quiet">{t('owner-intro')}</span>
      </label>
      {owner === null ? null : <ReadSignIn owner={owner} onChanged={onChanged} />}
      {(Object.keys(toggles) as Toggle[]).map((key) => (
        <label key={key} class="row">
          <input
            type="checkbox"
            checked={isOn(key)}
            disabled={!mayChange || busy}
            onChange={(event) => void save(key, event.currentTarget.checked, t('saved'))}
          />
          <span>{t(toggles[key])}</span>
        </label>
      ))}
    </div>
  );
};
