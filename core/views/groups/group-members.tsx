import { useState } from 'preact/hooks';
import { groupsText } from '../../text/index.ts';
import { send, useApp, usePages, useText } from '../app/index.ts';
import { Button, Card, ShowMore, Skeleton, TroubleStrip } from '../parts/index.ts';
import { FindMember, type Found } from './find-member.tsx';
import type { Group } from './use-groups.ts';
import { useNotDone } from './use-not-done.ts';

interface MembersProps {
  group: Group;
  mayChange: boolean;
  onChanged: () => void;
}

/** Who is in a group, and putting users in and out. */
export const GroupMembers = ({ group, mayChange, onChanged }: MembersProps) => {
  const app = useApp();
  const t = useText(groupsText);
  const sayTrouble = useNotDone();
  const [changing, setChanging] = useState<string | undefined>(undefined);
  const members = usePages(
    `group members ${group.id}`,
    (client, query) => client.call('GET /api/groups/{id}/members', { path: { id: group.id }, query }),
    (event) => event.kind === 'settings.changed' || event.kind === 'user.changed',
    50,
  );
  const shown = members.shown.value;
  const trouble = members.trouble.value;
  const put = async (user: Found, into: boolean): Promise<void> => {
    setChanging(user.id);
    const route = into ? 'PUT /api/groups/{id}/members/{userId}' : 'DELETE /api/groups/{id}/members/{userId}';
    const sent = await send(app, route, { path: { id: group.id, userId: user.id } });
    setChanging(undefined);
    if (sayTrouble(sent)) return;
    app.notice.value = { kind: 'good', text: t(into ? 'added' : 'removed', { name: user.name }) };
    await members.load();
    onChanged();
  };
  return (
    <Card title={t('members')} aside={<span class="quiet small push">{t('count', { count: group.members })}</span>}>
      {mayChange ? <FindMember group={group} members={members.items} changing={changing} onAdd={(user) => void put(user, true)} /> : null}
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void members.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[36, 36]} /> : null}
      {shown !== undefined && members.items.length === 0 ? <p class="quiet">{t('no-members')}</p> : null}
      <ul class="lines">
        {members.items.map((user) => (
          <li key={user.id}>
            <span>
              <a href={`#/users/${user.id}`}>{user.name}</a> <span class="quiet small">{user.email}</span>
            </span>
            {mayChange ? (
              <Button
                look="subtle"
                busy={changing === user.id}
                label={t('remove-named', { name: user.name })}
                onPress={() => void put(user, false)}
              >
                {t('remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ShowMore shown={members.items.length} more={members.more} of={t('members')} onMore={members.showMore} />
    </Card>
  );
};
