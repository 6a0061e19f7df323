import { SyncFailure } from '../../../core/model/index.ts';
import { AnswerLost } from '../answer-lost.ts';
import type { GraphClient } from '../graph-client.ts';
import type { GraphAccess, GraphSettings } from '../graph-settings.ts';
import { settleAnswer, type Waiting } from '../settle-answer.ts';

interface Downloading {
  client: GraphClient;
  settings: GraphSettings;
  access: GraphAccess;
}

/** The bytes of one file, repeated as any other read. Null where it is gone, or longer than `most`. Throws SyncFailure. */
export async function downloadFile({ client, settings, access }: Downloading, path: string, most: number): Promise<Uint8Array | null> {
  const item: Waiting = { place: 0, request: { method: 'GET', path, repeatable: true }, attempt: 0, notBefore: 0 };
  for (;;) {
    const answer = await attempt(client, path, most);
    const settled = settleAnswer(item, answer, settings);
    if (settled && 'answer' in settled) return answer instanceof AnswerLost ? null : answer.bytes;
    if (settled?.error.kind === 'gone' || (settled?.error.kind === 'refused' && settled.error.scope === 'item')) return null;
    if (settled) throw new SyncFailure(settled.error);
    const wait = item.notBefore - settings.clock.now();
    if (wait > 0) await settings.clock.sleep(wait, access.stop);
  }
}

async function attempt(
  client: GraphClient,
  path: string,
  most: number,
): Promise<Awaited<ReturnType<GraphClient['download']>> | AnswerLost> {
  try {
    return await client.download(path, most);
  } catch (error) {
    if (error instanceof AnswerLost) return error;
    throw error;
  }
}
