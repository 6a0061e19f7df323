import { useState } from 'preact/hooks';
import { reasonDetails, shellText, statusText } from '../../text/index.ts';
import { useApp, useOpenItem, useText } from '../app/index.ts';
import { ConflictList } from '../conflicts/index.ts';
import { CheckConnection } from '../connection/index.ts';
import { ItemHistory } from '../history/index.ts';
import { IssueList } from '../issues/index.ts';
import { MailCard } from '../mail/index.ts';
import { Button, Card, Skeleton, TroubleStrip } from '../parts/index.ts';
import { PersonCard } from '../person/index.ts';
import { SettingsCard } from '../settings/index.ts';
import { useMe } from '../shell/index.ts';
import { ConnectAgain, LastSessionCard, StatusCard } from '../status/index.ts';
import { WhoSeesItem, WhyOpenItem } from '../why/index.ts';

const MailboxChoice = ({
  mailboxes,
  chosen,
  onChoose,
}: {
  mailboxes: readonly { id: string; email: string }[];
  chosen: string;
  onChoose: (id: string) => void;
}) => {
  const t = useText(statusText);
  return (
    <select class="input" aria-label={t('which-mailbox')} value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
      {mailboxes.map(({ id, email }) => (
        <option key={id} value={id}>
          {email}
        </option>
      ))}
    </select>
  );
};

/** My sync, as pane and side panel show it: the person of the open item first, then how my mailbox stands. */
export const MyMailbox = () => {
  const app = useApp();
  const t = useText(shellText);
  const me = useMe();
  const item = useOpenItem();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const shown = me.shown.value;
  const trouble = me.trouble.value;
  const mailboxes = shown?.value.mailboxes ?? [];
  const user = mailboxes.find(({ id }) => id === chosen) ?? mailboxes[0];
  const reload = (): void => void me.load();
  return (
    <div class="stack">
      {trouble === undefined || trouble.kind === 'signed-out' ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={reload} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[120, 160, 20]} /> : null}
      {shown !== undefined && user === undefined ? (
        <Card title={t('my-sync')} quietTitle>
          <p>{t('no-mailbox')}</p>
          <p class="quiet">{t('no-mailbox-todo')}</p>
          {app.host.openConsole === null ? null : (
            <div class="row">
              <Button icon="open" onPress={() => app.host.openConsole?.('#/users')}>
                {t('open-console')}
              </Button>
            </div>
          )}
        </Card>
      ) : null}
      {user === undefined ? null : (
        <>
          {mailboxes.length > 1 ? <MailboxChoice mailboxes={mailboxes} chosen={user.id} onChoose={setChosen} /> : null}
          <PersonCard userId={user.id} ownAddress={user.mailbox.address} />
          <MailCard key={`mail ${user.id}`} userId={user.id} />
          <WhyOpenItem key={`why ${user.id}`} userId={user.id} />
          <WhoSeesItem key={`visibility ${user.id}`} userId={user.id} />
          {item?.id ? <ItemHistory key={`history ${user.id} ${item.id}`} userId={user.id} item={{ ...item, id: item.id }} /> : null}
          <StatusCard
            key={`status ${user.id}`}
            user={user}
            rememberedAt={shown?.remembered ? shown.at : undefined}
            onChanged={reload}
            maySwitch
            details={reasonDetails}
            repair={<ConnectAgain user={user} onChanged={reload} />}
          />
          <IssueList key={`issues ${user.id}`} userId={user.id} quietWhenNone />
          <ConflictList key={`conflicts ${user.id}`} userId={user.id} />
          <LastSessionCard key={`last ${user.id}`} userId={user.id} />
          <CheckConnection key={`check ${user.id}`} userId={user.id} />
          <SettingsCard key={`settings ${user.id}`} level="user" id={user.id} mayChange />
        </>
      )}
    </div>
  );
};
