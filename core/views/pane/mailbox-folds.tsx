import type { User } from '../../contract/client/index.ts';
import { paneText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { ConflictList } from '../conflicts/index.ts';
import { Fold, later } from '../parts/index.ts';

const contents = () => import('./fold-contents.ts');
const LastSessionCard = later(async () => (await contents()).LastSessionCard);
const PreviewCard = later(async () => (await contents()).PreviewCard);
const UserCoverage = later(async () => (await contents()).UserCoverage);
const CheckConnection = later(async () => (await contents()).CheckConnection);
const CustomizationCard = later(async () => (await contents()).CustomizationCard);
const StoredSignIns = later(async () => (await contents()).StoredSignIns);
const SettingsCard = later(async () => (await contents()).SettingsCard);

interface Props {
  user: User;
  may: ReadonlySet<string>;
  onChanged: () => void;
}

/** Everything else about my mailbox, each under its line; nothing of it is asked for until it is opened. */
export const MailboxFolds = ({ user, may, onChanged }: Props) => {
  const t = useText(paneText);
  const userId = user.id;
  return (
    <section class="card folds" aria-label={t('my-mailbox')}>
      <h2 class="small quiet">{t('my-mailbox')}</h2>
      <Fold name="last" title={t('last')}>
        <LastSessionCard userId={userId} />
      </Fold>
      {may.has('user.preview') ? (
        <Fold name="preview" title={t('preview')} open={user.status.reason === 'preview-waits'}>
          <PreviewCard userId={userId} onChanged={onChanged} />
        </Fold>
      ) : null}
      <Fold name="conflicts" title={t('conflicts')}>
        <ConflictList userId={userId} withKept />
      </Fold>
      {may.has('decision.read') ? (
        <Fold name="coverage" title={t('coverage')}>
          <UserCoverage userId={userId} />
        </Fold>
      ) : null}
      <Fold name="connection" title={t('connection')}>
        <CheckConnection userId={userId} />
      </Fold>
      <Fold name="customization" title={t('customization')}>
        <CustomizationCard userId={userId} mayClear={may.has('user.customize')} />
      </Fold>
      {may.has('user.disconnect') ? (
        <Fold name="sign-ins" title={t('sign-ins')}>
          <StoredSignIns user={user} onChanged={onChanged} />
        </Fold>
      ) : null}
      <Fold name="settings" title={t('settings')}>
        <SettingsCard level="user" id={userId} mayChange={may.has('setting.update')} />
      </Fold>
    </section>
  );
};
