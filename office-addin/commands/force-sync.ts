import { ApiProblem } from '../../core/contract/client/index.ts';
import type { Host } from '../../core/host/index.ts';
import { formatTimeOfDay, pickLocale, ribbonText, translate } from '../../core/text/index.ts';
import { connectService } from '../../core/views/connect/index.ts';

/** What the ribbon says in the end, and whether it is bad news. */
export interface Outcome {
  text: string;
  bad: boolean;
}

/** Asks for a sync of one's own mailbox. Does not wait for it: the notice would be gone with the next item anyway. */
export const forceSync = async (host: Host): Promise<Outcome> => {
  const locale = pickLocale(host.languages);
  const t = translate(ribbonText, locale);
  const address = await host.service.get();
  if (address === undefined) return { text: t('signed-out'), bad: true };
  const service = connectService(host, address);
  try {
    if ((await service.signIn.current()) === undefined && !(await service.silently())) return { text: t('signed-out'), bad: true };
    const { mailboxes } = await service.client.call('GET /api/me', {});
    const [mailbox] = mailboxes;
    if (mailbox === undefined) return { text: t('no-mailbox'), bad: true };
    const { session } = await service.client.call('POST /api/users/{id}/sync', { path: { id: mailbox.id } });
    return { text: t(session.state === 'running' ? 'joined' : 'started'), bad: false };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const retryAt = error.problem?.retryAt;
    if (retryAt !== undefined) return { text: t('too-soon', { time: formatTimeOfDay(Date.parse(retryAt), locale) }), bad: false };
    if (error.code === 'synchronization_off') return { text: t('off'), bad: true };
    if (error.status === 401) return { text: t('signed-out'), bad: true };
    if (error.code === 'unreachable') return { text: t('unreachable'), bad: true };
    return { text: t('trouble', { reason: error.message }), bad: true };
  }
};
