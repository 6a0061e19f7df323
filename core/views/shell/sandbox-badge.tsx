import { shellText } from '../../text/index.ts';
import { useApp, useText } from '../app/index.ts';

/** Says that this is the demo world. */
export const SandboxBadge = () => {
  const app = useApp();
  const t = useText(shellText);
  return app.sandbox.value ? (
    <span class="badge brand" title={t('sandbox-hint')}>
      {t('sandbox')}
    </span>
  ) : null;
};
