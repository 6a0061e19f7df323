import type { User } from '../../contract/client/index.ts';
import {
  conflictsText,
  connectionText,
  coverageText,
  customizationText,
  disconnectText,
  historyText,
  paneText,
  sessionText,
  settingsText,
} from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { ConflictList } from '../conflicts/index.ts';
import { CheckConnection } from '../connection/index.ts';
import { UserCoverage } from '../coverage/index.ts';
import { CustomizationCard } from '../customization/index.ts';
import { PreviewCard } from '../history/index.ts';
import { Fold } from '../parts/index.ts';
import { SettingsCard } from '../settings/index.ts';
import { LastSessionCard } from '../status/index.ts';
import { StoredSignIns } from '../user/index.ts';

interface Props {
  user: User;
  may: ReadonlySet<string>;
  onChanged: () => void;
}

/** Everything else about my mailbox, each under its line; nothing of it is asked for until it is opened. */
export const MailboxFolds = ({ user, may, onChanged }: Props) => {
  const t = useText(paneText);
  const words = {
    session: useText(sessionText),
    conflicts: useText(conflictsText),
    coverage: useText(coverageText),
    connection: useText(connectionText),
    preview: useText(historyText),
    customization: useText(customizationText),
    signIns: useText(disconnectText),
    settings: useText(settingsText),
  };
  const userId = user.id;
  return (
    <section class="card folds" aria-label={t('my-mailbox')}>
      <h2 class="small quiet">{t('my-mailbox')}</h2>
      <Fold name="last" title={words.session('last-session')}>
        <LastSessionCard userId={userId} />
      </Fold>
      {may.has('user.preview') ? (
        <Fold name="preview" title={words.preview('preview-title')} open={user.status.reason === 'preview-waits'}>
          <PreviewCard userId={userId} onChanged={onChanged} />
        </Fold>
      ) : null}
      <Fold name="conflicts" title={words.conflicts('title')}>
        <ConflictList userId={userId} withKept />
      </Fold>
      {may.has('decision.read') ? (
        <Fold name="coverage" title={words.coverage('title')}>
          <UserCoverage userId={userId} />
        </Fold>
      ) : null}
      <Fold name="connection" title={words.connection('title')}>
        <CheckConnection userId={userId} />
      </Fold>
      <Fold name="customization" title={words.customization('title')}>
        <CustomizationCard userId={userId} mayClear={may.has('user.customize')} />
      </Fold>
      {may.has('user.disconnect') ? (
        <Fold name="sign-ins" title={words.signIns('title')}>
          <StoredSignIns user={user} onChanged={onChanged} />
        </Fold>
      ) : null}
      <Fold name="settings" title={words.settings('title')}>
        <SettingsCard level="user" id={userId} mayChange={may.has('setting.update')} />
      </Fold>
    </section>
  );
};
