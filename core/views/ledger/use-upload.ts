import { useEffect, useRef, useState } from 'preact/hooks';
import { ledgerText } from '../../text/index.ts';
import { useApp, useText } from '../app/index.ts';
import { type Trouble, toTrouble } from '../connect/index.ts';
import { cutPortions } from './cut-portions.ts';
import { type NumberedLine, readLedgerFile } from './read-ledger-file.ts';
import { type RefusedLine, sendPortion } from './send-portion.ts';

export interface Upload {
  state: 'sending' | 'done' | 'halted' | 'wrong-mailbox';
  portions: readonly NumberedLine[][];
  /** Portions that were answered. */
  answered: number;
  sent: number;
  total: number;
  sums: { links: number; decisions: number; known: number };
  refused: readonly RefusedLine[];
  /** Why it halted, or whose ledger it is. */
  trouble: Trouble | null;
  wrongMailbox: RefusedLine | null;
}
export type UploadState = Upload | { state: 'none' } | { state: 'empty' } | { state: 'no-mailbox-line' };

/** Sends a ledger file in portions, one after the other; where one cannot be sent it halts, and can go on from there. */
export const useUpload = (userId: string) => {
  const app = useApp();
  const t = useText(ledgerText);
  const [upload, setUpload] = useState<UploadState>({ state: 'none' });
  const stands = useRef(true);
  useEffect(
    () => () => {
      stands.current = false;
    },
    [],
  );

  const sendNext = async (at: Upload): Promise<Upload> => {
    const portion = at.portions[at.answered] ?? [];
    const result = await sendPortion(
      (lines) => app.service.client.call('POST /api/users/{id}/ledger', { path: { id: userId }, body: { lines } }),
      portion,
    );
    const answered = at.answered + 1;
    const { links, decisions, known } = at.sums;
    const next: Upload = {
      ...at,
      answered,
      sent: at.sent + portion.length - 1,
      sums: { links: links + result.links, decisions: decisions + result.decisions, known: known + result.known },
      refused: [...at.refused, ...result.refused],
      wrongMailbox: result.wrongMailbox,
    };
    if (result.wrongMailbox !== null) return { ...next, state: 'wrong-mailbox' };
    return { ...next, state: answered === at.portions.length ? 'done' : 'sending' };
  };
  const goOn = async (from: Upload): Promise<void> => {
    let at: Upload = { ...from, state: 'sending', trouble: null };
    setUpload(at);
    // A page that was left sends nothing more: what was answered stands, and the file can be taken over again.
    while (at.state === 'sending' && stands.current) {
      try {
        at = await sendNext(at);
      } catch (error) {
        const trouble = toTrouble(error, app.host.online());
        app.noticed(trouble);
        at = { ...at, state: 'halted', trouble };
      }
      setUpload(at);
    }
  };
  const begin = async (file: File): Promise<void> => {
    const { mailbox, lines, broken } = readLedgerFile(await file.text());
    if (mailbox === null) {
      setUpload({ state: lines.length + broken.length === 0 ? 'empty' : 'no-mailbox-line' });
      return;
    }
    await goOn({
      ...{
        state: 'sending',
        portions: cutPortions(mailbox, lines),
        answered: 0,
        sent: 0,
        total: lines.length,
        trouble: null,
        wrongMailbox: null,
      },
      sums: { links: 0, decisions: 0, known: 0 },
      refused: broken.map((number) => ({ number, what: t('not-json'), todo: t('not-json-todo') })),
    });
  };
  return { upload, begin, goOn };
};
