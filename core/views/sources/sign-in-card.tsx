import type { Answer } from '../../contract/client/index.ts';
import { sourcesText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Card } from '../parts/index.ts';
import { ReadSignIn } from './read-sign-in.tsx';

type Waiting = Answer<'GET /api/me'>['sourceSignIns'][number];

/** On the owner's own page: Teams and sites wait for a sign-in that nobody else can do. */
export const SourceSignInCard = ({ waiting, name, onChanged }: { waiting: Waiting; name: string; onChanged: () => void }) => {
  const t = useText(sourcesText);
  const { userId, organization, names } = waiting;
  return (
    <Card title={t('yours')}>
      <p>{names.length === 0 ? t('yours-all', { organization }) : t('yours-named', { names: names.join(', ') })}</p>
      <p class="small quiet">{t('yours-why')}</p>
      <ReadSignIn owner={{ userId, name, signedIn: false }} own onChanged={onChanged} />
    </Card>
  );
};
