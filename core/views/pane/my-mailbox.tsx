import { useState } from 'preact/hooks';
import type { User } from '../../contract/client/index.ts';
import { mailboxStatusText, shellText } from '../../text/index.ts';
import { useApp, useOpenItem, useText } from '../app/index.ts';
import { Button, Card, later, SaidAbove, Skeleton, TroubleStrip } from '../parts/index.ts';
import { type Me, useMe } from '../shell/index.ts';
import { isSameAddress } from './is-same-address.ts';
import { OneMailbox } from './one-mailbox.tsx';
import { Outbox } from './outbox.tsx';

/** Few people own a Team's calendar: it is loaded where somebody does. */
const SourceSignInCard = later(async () => (await import('./fold-contents.ts')).SourceSignInCard);

const OwnSources = ({ me, user, onChanged }: { me: Me; user: User; onChanged: () => void }) => {
  // What was remembered by an earlier version does not have it.
  const waiting = me.sourceSignIns?.find(({ userId }) => userId === user.id);
  return waiting === undefined ? null : <SourceSignInCard waiting={waiting} name={user.name} onChanged={onChanged} />;
};

const MailboxChoice = ({
  mailboxes,
  chosen,
  onChoose,
}: {
  mailboxes: readonly { id: string; email: string }[];
  chosen: string;
  onChoose: (id: string) => void;
}) => {
  const t = useText(mailboxStatusText);
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

const NoMailbox = () => {
  const t = useText(shellText);
  const { openConsole } = useApp().host;
  return (
    <Card title={t('my-sync')} quietTitle>
      <p>{t('no-mailbox')}</p>
      <p class="quiet">{t('no-mailbox-todo')}</p>
      {openConsole === null ? null : (
        <div class="row">
          <Button icon="open" onPress={() => openConsole('#/users')}>
            {t('open-console')}
          </Button>
        </div>
      )}
    </Card>
  );
};

/** My sync, as pane and side panel show it, of one of my mailboxes. */
export const MyMailbox = () => {
  const me = useMe();
  const item = useOpenItem();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const shown = me.shown.value;
  const trouble = me.trouble.value;
  const mailboxes = shown?.value.mailboxes ?? [];
  // The mailbox that holds the open item, where it is one of mine; what a person chose goes before.
  const holder = item?.mailbox;
  const open = holder === undefined ? undefined : mailboxes.find(({ mailbox }) => isSameAddress(mailbox.address, holder));
  const user = mailboxes.find(({ id }) => id === chosen) ?? open ?? mailboxes[0];
  const away = trouble?.kind === 'offline' || trouble?.kind === 'unreachable' ? trouble.kind : undefined;
  const reload = (): void => void me.load();
  return (
    <div class="stack pane">
      {trouble === undefined || trouble.kind === 'signed-out' ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={reload} />}
      <Outbox />
      {shown === undefined && trouble === undefined ? <Skeleton lines={[120, 160, 20]} /> : null}
      {shown !== undefined && user === undefined ? <NoMailbox /> : null}
      {mailboxes.length > 1 && user !== undefined ? <MailboxChoice mailboxes={mailboxes} chosen={user.id} onChoose={setChosen} /> : null}
      {user === undefined || shown === undefined ? null : (
        <SaidAbove.Provider value={away}>
          <OwnSources me={shown.value} user={user} onChanged={reload} />
          <OneMailbox
            key={user.id}
            user={user}
            item={item}
            may={new Set(shown.value.may)}
            rememberedAt={shown.remembered ? shown.at : undefined}
            onChanged={reload}
          />
        </SaidAbove.Provider>
      )}
    </div>
  );
};
