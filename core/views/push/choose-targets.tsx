import { useId, useState } from 'preact/hooks';
import { pushText } from '../../text/index.ts';
import { usePages, useText } from '../app/index.ts';
import { useOrganizations } from '../organizations/index.ts';
import { Button, Card, ShowMore } from '../parts/index.ts';
import { SearchField, useFoundUsers } from '../search/index.ts';
import { type Target, toggled } from './target.ts';

interface ChooseProps {
  mayGroups: boolean;
  targets: readonly Target[];
  onChange: (targets: Target[]) => void;
}

interface BoxesProps extends Omit<ChooseProps, 'mayGroups'> {
  legend: string;
  level: Target['level'];
  of: readonly { id: string; name: string }[];
}

const Boxes = ({ legend, level, of, targets, onChange }: BoxesProps) =>
  of.length === 0 ? null : (
    <fieldset class="plain-group">
      <legend>{legend}</legend>
      {of.map(({ id, name }) => (
        <label key={id} class="push-choice">
          <input
            type="checkbox"
            checked={targets.some((one) => one.id === id)}
            onChange={() => onChange(toggled(targets, { level, id, name }))}
          />{' '}
          {name}
        </label>
      ))}
    </fieldset>
  );

const Groups = (props: Omit<ChooseProps, 'mayGroups'>) => {
  const t = useText(pushText);
  const groups = usePages(
    'groups',
    (client, query) => client.call('GET /api/groups', { query }),
    (event) => event.kind === 'settings.changed',
    50,
  );
  return (
    <>
      <Boxes {...props} legend={t('groups')} level="group" of={groups.items} />
      <ShowMore shown={groups.items.length} more={groups.more} of={t('groups')} onMore={groups.showMore} />
    </>
  );
};

const Users = ({ targets, onChange }: Omit<ChooseProps, 'mayGroups'>) => {
  const t = useText(pushText);
  const id = useId();
  const [query, setQuery] = useState('');
  const { users = [] } = useFoundUsers({ query, limit: 200 });
  const found = users.filter((user) => !targets.some((one) => one.id === user.id)).slice(0, 8);
  return (
    <div class="stack">
      <label for={id}>{t('find-user')}</label>
      <SearchField id={id} placeholder={t('find-placeholder')} value={query} onType={setQuery} />
      <ul class="lines">
        {found.map((user) => (
          <li key={user.id}>
            <span>
              {user.name} <span class="small quiet">{user.email}</span>
            </span>
            <Button
              label={t('add-user', { name: user.name })}
              onPress={() => onChange(toggled(targets, { level: 'user', id: user.id, name: user.name }))}
            >
              {t('add')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Organizations and groups by their boxes, users by a search; those that are chosen stay in view. */
export const ChooseTargets = ({ mayGroups, targets, onChange }: ChooseProps) => {
  const t = useText(pushText);
  const organizations = useOrganizations().shown.value?.value ?? [];
  const users = targets.filter(({ level }) => level === 'user');
  return (
    <Card title={t('whom')}>
      <p class="small quiet" role="status">
        {t('chosen', { count: targets.length })}
      </p>
      <Boxes legend={t('organizations')} level="organization" of={organizations} targets={targets} onChange={onChange} />
      {mayGroups ? <Groups targets={targets} onChange={onChange} /> : null}
      <ul class="lines" aria-label={t('users')}>
        {users.map((user) => (
          <li key={user.id}>
            <span>{user.name}</span>
            <Button
              look="subtle"
              icon="close"
              label={t('leave-out', { name: user.name })}
              onPress={() => onChange(toggled(targets, user))}
            />
          </li>
        ))}
      </ul>
      <Users targets={targets} onChange={onChange} />
    </Card>
  );
};
