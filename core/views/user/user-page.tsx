import type { User } from '../../contract/client/index.ts';
import { reasonDetails, settingChangesText, sourcesText, usersText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { ConflictList } from '../conflicts/index.ts';
import { CheckConnection } from '../connection/index.ts';
import { UserCoverage } from '../coverage/index.ts';
import { CustomizationCard } from '../customization/index.ts';
import { EditUser } from '../edit-user/index.ts';
import { PreviewCard } from '../history/index.ts';
import { IssueList } from '../issues/index.ts';
import { LedgerCard } from '../ledger/index.ts';
import { Card, Fold, Icon, PageHeading, Skeleton, TroubleStrip } from '../parts/index.ts';
import { SettingChanges, SettingsCard } from '../settings/index.ts';
import { StatusCard, SyncSwitch } from '../status/index.ts';
import { FindItem } from '../why/index.ts';
import { ActivityList } from './activity-list.tsx';
import { SessionList } from './session-list.tsx';
import { StoredSignIns } from './stored-sign-ins.tsx';
import './user.css';

const Overview = ({ user, maySwitch, onChanged }: { user: User; maySwitch: boolean; onChanged: () => void }) => {
  const t = useText(usersText);
  const s = useText(sourcesText);
  const facts: readonly (readonly [string, string])[] = [
    [t('customer'), user.customer.name],
    [t('organization'), user.organization.name],
    [t('plan'), user.plan.name],
    [user.kind === 'mailbox' ? t('mailbox') : s(user.kind), user.mailbox.address],
    ...(user.kind === 'mailbox' ? [[t('access'), t(`access-${user.mailbox.access}`)] as const] : []),
  ];
  return (
    <Card title={t('overview')}>
      <dl class="facts">
        {facts.map(([what, value]) => (
          <div key={what}>
            <dt class="small quiet">{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {maySwitch ? (
        <div class="row card-line">
          <SyncSwitch user={user} onChanged={onChanged} />
        </div>
      ) : null}
    </Card>
  );
};

interface ColumnsProps {
  user: User;
  rememberedAt: number | undefined;
  may: ReadonlySet<string>;
  onChanged: () => void;
}

/** What a Team or a site has none of: a mailbox with things in it, an access and settings of its own. What is shown there works there. */
const OwnMailbox = ({ user, may, onChanged }: Omit<ColumnsProps, 'rememberedAt'>) => (
  <>
    <CustomizationCard userId={user.id} mayClear={may.has('user.customize')} />
    <EditUser key={`${user.organization.id} ${user.plan.id}`} user={user} may={may} onSaved={onChanged} />
    <CheckConnection userId={user.id} own={false} />
    {may.has('user.disconnect') ? <StoredSignIns user={user} onChanged={onChanged} /> : null}
  </>
);

const OwnSettings = ({ userId, mayChange }: { userId: string; mayChange: boolean }) => {
  const c = useText(settingChangesText);
  return (
    <>
      <SettingsCard level="user" id={userId} mayChange={mayChange} />
      <Fold title={c('title')}>
        <SettingChanges level="user" id={userId} mayUndo={mayChange} />
      </Fold>
    </>
  );
};

/** The cards of the page: left how the mailbox stands, right what waits and what was done. */
const UserColumns = ({ user, rememberedAt, may, onChanged }: ColumnsProps) => {
  const userId = user.id;
  const isMailbox = user.kind === 'mailbox';
  return (
    <div class="user-columns">
      <div class="stack">
        <StatusCard user={user} rememberedAt={rememberedAt} onChanged={onChanged} maySwitch={false} own={false} details={reasonDetails} />
        <Overview user={user} maySwitch={may.has('user.switch-synchronization')} onChanged={onChanged} />
        {isMailbox ? <OwnMailbox user={user} may={may} onChanged={onChanged} /> : null}
      </div>
      <div class="stack">
        <IssueList userId={userId} own={false} />
        <ConflictList userId={userId} withKept />
        {may.has('decision.read') ? <FindItem userId={userId} /> : null}
        {isMailbox && may.has('decision.read') ? <UserCoverage userId={userId} /> : null}
        {may.has('user.preview') ? <PreviewCard userId={userId} onChanged={onChanged} /> : null}
        <SessionList userId={userId} mayUndo={may.has('session.undo')} />
        {isMailbox && may.has('setting.read') ? <OwnSettings userId={userId} mayChange={may.has('setting.update')} /> : null}
        <LedgerCard userId={userId} may={may} />
        {may.has('activity.read') ? <ActivityList userId={userId} /> : null}
      </div>
    </div>
  );
};

/** Teams and sites are in no list of users: they stand with their organization. */
const BackLink = ({ user }: { user: User | undefined }) => {
  const t = useText(usersText);
  const inList = user === undefined || user.kind === 'mailbox';
  return (
    <a class="back" href={inList ? '#/users' : `#/organizations/${user.organization.id}`}>
      <Icon name="back" size={16} />
      {inList ? t('back-to-list') : user.organization.name}
    </a>
  );
};

/** One user: how the mailbox stands and why, what waits, what was done. */
export const UserPage = ({ userId, may, onTitle }: { userId: string; may: ReadonlySet<string>; onTitle: (name: string) => void }) => {
  const resource = useResource(
    `user ${userId}`,
    (client) => client.call('GET /api/users/{id}', { path: { id: userId } }),
    (event) => event.kind === 'organization.changed' || (event.userId === userId && event.kind !== 'session.progress'),
  );
  const shown = resource.shown.value;
  const trouble = resource.trouble.value;
  const user = shown?.value;
  const reload = (): void => void resource.load();
  return (
    <div class="stack">
      <BackLink user={user} />
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={reload} />}
      {user === undefined && trouble === undefined ? <Skeleton lines={[28, 160, 120]} /> : null}
      {user === undefined ? null : (
        <>
          <div>
            <PageHeading name={user.name} onTitle={onTitle} />
            <p class="quiet">{user.email}</p>
          </div>
          <UserColumns user={user} rememberedAt={shown?.remembered ? shown.at : undefined} may={may} onChanged={reload} />
        </>
      )}
    </div>
  );
};
