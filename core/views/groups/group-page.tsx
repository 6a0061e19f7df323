import { groupsText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { Icon, PageHeading, Sections, Skeleton, TroubleStrip } from '../parts/index.ts';
import { SettingChanges, SettingsCard } from '../settings/index.ts';
import { GroupActs } from './group-acts.tsx';
import { GroupMembers } from './group-members.tsx';
import { type GroupSection, groupSections } from './group-sections.ts';
import type { Group } from './use-groups.ts';
import './groups.css';

export interface GroupPageProps {
  groupId: string;
  section: GroupSection;
  may: ReadonlySet<string>;
  onTitle: (name: string) => void;
  onGone: () => void;
}

const Section = ({
  group,
  section,
  may,
  onChanged,
}: {
  group: Group;
  section: GroupSection;
  may: ReadonlySet<string>;
  onChanged: () => void;
}) => {
  switch (section) {
    case 'members':
      return <GroupMembers group={group} mayChange={may.has('group.update')} onChanged={onChanged} />;
    case 'settings':
      return <SettingsCard level="group" id={group.id} mayChange={may.has('setting.update')} />;
    case 'changes':
      return <SettingChanges level="group" id={group.id} mayUndo={may.has('setting.update')} />;
  }
};

/** One user group: who is in it, what is set for it, and what was. */
export const GroupPage = ({ groupId, section, may, onTitle, onGone }: GroupPageProps) => {
  const t = useText(groupsText);
  const resource = useResource(
    `group ${groupId}`,
    (client) => client.call('GET /api/groups/{id}', { path: { id: groupId } }),
    (event) => event.kind === 'settings.changed',
  );
  const shown = resource.shown.value;
  const trouble = resource.trouble.value;
  const group = shown?.value;
  const reload = (): void => void resource.load();
  return (
    <div class="stack group-page">
      <a class="back" href="#/groups">
        <Icon name="back" size={16} />
        {t('back-to-list')}
      </a>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={reload} />}
      {group === undefined && trouble === undefined ? <Skeleton lines={[28, 32, 160]} /> : null}
      {group === undefined ? null : (
        <>
          <PageHeading name={group.name} onTitle={onTitle} />
          {may.has('group.update') ? <GroupActs group={group} onChanged={reload} onGone={onGone} /> : null}
          <Sections
            label={t('sections', { name: group.name })}
            base={`#/groups/${groupId}`}
            sections={groupSections.map((one) => [one, t(one)] as const)}
            current={section}
          />
          <Section group={group} section={section} may={may} onChanged={reload} />
        </>
      )}
    </div>
  );
};
