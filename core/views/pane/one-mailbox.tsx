import type { Reason, User } from '../../contract/client/index.ts';
import type { OpenItem } from '../../host/index.ts';
import { paneText, reasonDetails } from '../../text/index.ts';
import { useApp, useText } from '../app/index.ts';
import { ConflictList } from '../conflicts/index.ts';
import { IssueList } from '../issues/index.ts';
import { FoldsContext } from '../parts/index.ts';
import { ConnectAgain, StatusCard } from '../status/index.ts';
import { isSameAddress } from './is-same-address.ts';
import { ItemFolds } from './item-folds.tsx';
import { MailboxFolds } from './mailbox-folds.tsx';
import { OpenItemCard } from './open-item-card.tsx';
import { useFolds } from './use-folds.ts';

const needsId = 'needs';

/** The list below says the same of each item. */
const listed: ReadonlySet<Reason> = new Set(['issues-open', 'delete-brake', 'invitation-guard', 'conflict', 'loop-breaker']);

/** How many things wait for the person, and the way to them: the state alone would say that all is fine. */
const NeedsYou = ({ count }: { count: number }) => {
  const t = useText(paneText);
  const go = (): void => {
    const list = document.getElementById(needsId);
    list?.scrollIntoView({ block: 'nearest' });
    list?.querySelector<HTMLElement>('summary, button')?.focus();
  };
  return (
    <button type="button" class="link-button needs-you" onClick={go}>
      {t('need-you', { count })}
    </button>
  );
};

interface Props {
  user: User;
  may: ReadonlySet<string>;
  /** Undefined until Outlook has said. */
  item: OpenItem | null | undefined;
  rememberedAt: number | undefined;
  onChanged: () => void;
}

/** In the order of the questions: is it fine, what happens with this item, what must I do. Everything else is folded below. */
export const OneMailbox = ({ user, may, item, rememberedAt, onChanged }: Props) => {
  const app = useApp();
  const folds = useFolds();
  const userId = user.id;
  // The count comes with the mailbox: where nothing waits, neither list is asked for.
  const waits = user.openIssues > 0;
  const holder = item?.mailbox;
  const own = [user.mailbox.address, user.email, app.account.email];
  const foreign = holder !== undefined && !own.some((address) => isSameAddress(address, holder));
  const asked = item?.id && !foreign && !(item.composing && item.kind === 'message') ? { ...item, id: item.id } : undefined;
  return (
    <FoldsContext.Provider value={folds}>
      <StatusCard
        user={user}
        rememberedAt={rememberedAt}
        onChanged={onChanged}
        maySwitch
        compact
        details={waits && listed.has(user.status.reason) ? undefined : reasonDetails}
        repair={
          <>
            {waits ? <NeedsYou count={user.openIssues} /> : null}
            <ConnectAgain user={user} onChanged={onChanged} />
          </>
        }
      />
      {app.host.item === null ? null : <OpenItemCard userId={userId} ownAddress={user.mailbox.address} item={item} foreign={foreign} />}
      {waits ? (
        <div id={needsId} class="stack">
          <IssueList userId={userId} quietWhenNone folded />
          <ConflictList userId={userId} />
        </div>
      ) : null}
      {asked === undefined ? null : <ItemFolds key={asked.id} userId={userId} item={asked} />}
      {folds === undefined ? null : <MailboxFolds user={user} may={may} onChanged={onChanged} />}
    </FoldsContext.Provider>
  );
};
