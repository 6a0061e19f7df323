import { groupsText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Card, ShowMore, Skeleton, TroubleStrip } from '../parts/index.ts';
import { NewGroup } from './new-group.tsx';
import { useGroups } from './use-groups.ts';
import './groups.css';

/** All user groups that I may see, and making one. */
export const GroupList = ({ mayChange, onOpen }: { mayChange: boolean; onOpen: (id: string) => void }) => {
  const t = useText(groupsText);
  const groups = useGroups();
  const shown = groups.shown.value;
  const trouble = groups.trouble.value;
  return (
    <div class="stack narrow-page">
      <h1>{t('title')}</h1>
      <Card title={t('title')} quietTitle>
        <p class="small quiet">{t('intro')}</p>
        {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void groups.load()} />}
        {shown === undefined && trouble === undefined ? <Skeleton lines={[36, 36]} /> : null}
        {shown !== undefined && groups.items.length === 0 ? <p class="quiet">{t('none')}</p> : null}
        <ul class="lines">
          {groups.items.map(({ id, name, members }) => (
            <li key={id}>
              <a href={`#/groups/${id}`}>{name}</a>
              <span class="quiet small">{t('count', { count: members })}</span>
            </li>
          ))}
        </ul>
        <ShowMore shown={groups.items.length} more={groups.more} of={t('title')} onMore={groups.showMore} />
      </Card>
      {mayChange ? <NewGroup onMade={onOpen} /> : null}
    </div>
  );
};
