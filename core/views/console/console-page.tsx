import { organizationsText, shellText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { SalesforceBudgets } from '../budget/index.ts';
import { CustomerPage } from '../customer/index.ts';
import { CustomerList } from '../customers/index.ts';
import { GroupList, GroupPage } from '../groups/index.ts';
import { OrganizationPage } from '../organization/index.ts';
import { OrganizationList } from '../organizations/index.ts';
import { MyMailbox } from '../pane/index.ts';
import { Card } from '../parts/index.ts';
import { PushPage } from '../push/index.ts';
import { SettingsPage } from '../settings/index.ts';
import { Summary } from '../summary/index.ts';
import { SessionPage, UserPage } from '../user/index.ts';
import { UserList } from '../users/index.ts';
import { type Place, usersPlace } from './read-place.ts';

const go = (place: string): void => {
  location.hash = place;
};

const Organizations = ({ may }: { may: ReadonlySet<string> }) => {
  const t = useText(organizationsText);
  return (
    <div class="console-columns">
      <div class="stack">
        <h1>{t('title')}</h1>
        <Card title={t('title')} quietTitle>
          <OrganizationList
            maySwitch={may.has('organization.update')}
            named={({ id, name }) => <a href={`#/organizations/${id}`}>{name}</a>}
          />
        </Card>
        {may.has('customer.read') ? <SalesforceBudgets mayChoose={may.has('customer.update')} /> : null}
      </div>
      <Summary most={10} onOpenUser={(user) => go(`#/users/${user.id}`)} onShowState={(state) => go(usersPlace('', state))} />
    </div>
  );
};

const MySync = () => {
  const t = useText(shellText);
  return (
    <div class="console-mine">
      <h1>{t('my-sync')}</h1>
      <MyMailbox />
    </div>
  );
};

interface PageProps {
  place: Place;
  may: ReadonlySet<string>;
  /** Must not change from one drawing to the next: pages tell their title when it changes. */
  onTitle: (page: string) => void;
}

/** The page that the address names. */
export const ConsolePage = ({ place, may, onTitle }: PageProps) => {
  switch (place.page) {
    case 'users':
      return (
        <UserList
          query={place.query}
          state={place.state}
          onFilter={(query, state) => {
            history.replaceState(null, '', usersPlace(query, state));
            window.dispatchEvent(new HashChangeEvent('hashchange'));
          }}
          onOpen={(user) => go(`#/users/${user.id}`)}
          mayBulk={may.has('user.switch-synchronization')}
        />
      );
    case 'user':
      return <UserPage key={place.id} userId={place.id} may={may} onTitle={onTitle} />;
    case 'session':
      return <SessionPage key={place.id} userId={place.userId} sessionId={place.id} mayUndo={may.has('session.undo')} onTitle={onTitle} />;
    case 'organizations':
      return <Organizations may={may} />;
    case 'organization':
      return <OrganizationPage key={place.id} organizationId={place.id} section={place.section} may={may} onTitle={onTitle} />;
    case 'groups':
      return <GroupList mayChange={may.has('group.update')} onOpen={(id) => go(`#/groups/${id}`)} />;
    case 'group':
      return (
        <GroupPage key={place.id} groupId={place.id} section={place.section} may={may} onTitle={onTitle} onGone={() => go('#/groups')} />
      );
    case 'settings':
      return <SettingsPage may={may} of={place.of} onChoose={(of) => go(`#/settings/${of.replace(' ', '/')}`)} />;
    case 'push':
      return <PushPage jobId={place.id} mayGroups={may.has('group.read')} onTitle={onTitle} onBegun={(id) => go(`#/push/${id}`)} />;
    case 'customers':
      return <CustomerList />;
    case 'customer':
      return <CustomerPage key={place.id} customerId={place.id} section={place.section} may={may} onTitle={onTitle} />;
    case 'my-sync':
      return <MySync />;
    case 'start':
      return null;
  }
};
