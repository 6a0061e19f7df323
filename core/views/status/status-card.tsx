import type { ComponentChildren } from 'preact';
import type { User } from '../../contract/client/index.ts';
import { mailboxStatusText, type Words } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Card } from '../parts/index.ts';
import { StatusLines } from './status-lines.tsx';
import { SyncButton } from './sync-button.tsx';
import { SyncSwitch } from './sync-switch.tsx';

export interface StatusCardProps {
  user: User;
  /** When the service said so, where that was not just now. */
  rememberedAt?: number | undefined;
  onChanged: () => void;
  /** The sentences of the reasons, where there is room for them; the popup shows titles only. */
  details?: Words | undefined;
  /** What mends it, where the surface has it. */
  repair?: ComponentChildren;
  /** One line for state and age, where room is dear. */
  compact?: boolean;
  /** Whether the reader is that user. */
  own?: boolean;
  /** Whether the person may switch the sync of this user. */
  maySwitch: boolean;
}

/** How a mailbox stands, and "Sync now". */
export const StatusCard = ({ user, rememberedAt, onChanged, maySwitch, details, repair, compact, own = true }: StatusCardProps) => {
  const t = useText(mailboxStatusText);
  return (
    <Card title={t('mailbox')} quietTitle>
      <StatusLines user={user} rememberedAt={rememberedAt} details={details} own={own} compact={compact} />
      {repair}
      <SyncButton user={user} onChanged={onChanged} />
      {maySwitch && user.status.state === 'off' && user.status.level === 'user' ? <SyncSwitch user={user} onChanged={onChanged} /> : null}
    </Card>
  );
};
