import { z } from 'zod';
import { type Customizer, type StandingPiece, sameName } from '../../../core/customization/index.ts';
import { type PieceKind, type SyncError, SyncFailure } from '../../../core/model/index.ts';
import type { Outcome } from '../exchange.ts';
import type { Ask } from '../graph-object.ts';
import type { GraphRequest } from '../graph-request.ts';
import { categoryPiece } from './category-piece.ts';
import { contactFolderPiece } from './contact-folder-piece.ts';
import { mailFolderPiece } from './mail-folder-piece.ts';
import type { GraphPiece } from './piece-kind.ts';
import { taskListPiece } from './task-list-piece.ts';

const pieces: Readonly<Record<PieceKind, GraphPiece>> = {
  category: categoryPiece,
  'contact-folder': contactFolderPiece,
  'task-list': taskListPiece,
  'mail-folder': mailFolderPiece,
};

const madeItem = z.object({ id: z.string(), displayName: z.string() });
const anyPage = z.object({ value: z.array(z.unknown()) });

export interface CustomizerTools {
  user: string;
  ask: Ask;
  /** One request and what became of it; never throws for its failure. */
  send(request: GraphRequest): Promise<Outcome>;
}

/** The hands that put categories, folders and lists into one mailbox, and take them out. */
export function openCustomizer({ user, ask, send }: CustomizerTools): Customizer {
  const list = async (kind: PieceKind): Promise<StandingPiece[]> => (await pieces[kind].list(user, ask)).map((one) => ({ kind, ...one }));
  const find = async (kind: PieceKind, name: string) => (await list(kind)).find((one) => sameName(one.name, name)) ?? null;

  return {
    async look(kinds) {
      const found = await Promise.all(kinds.map((kind) => allowed(() => list(kind))));
      return found.flatMap((one) => one ?? []);
    },
    async create({ kind, name }) {
      const request = { method: 'POST' as const, path: pieces[kind].home(user), body: pieces[kind].body(name), repeatable: false };
      const outcome = await send(request);
      if ('answer' in outcome) {
        const { id, displayName } = madeItem.parse(outcome.answer.body);
        return { kind, remoteId: id, name: displayName };
      }
      if (isDenied(outcome.error) && (await allowed(() => list(kind))) === null) return null;
      // A 409 says that it exists, a lost answer that it may: either way what stands there now tells.
      const standing = mayExist(outcome.error) ? await find(kind, name) : null;
      if (standing) return standing;
      throw new SyncFailure(outcome.error);
    },
    async rename({ kind, remoteId }, name) {
      const body = { displayName: name };
      const outcome = await send({ method: 'PATCH', path: pieces[kind].item(user, remoteId), body, repeatable: true });
      if ('error' in outcome) throw new SyncFailure(outcome.error);
    },
    async remove({ kind, remoteId }) {
      const piece = pieces[kind];
      const contents = await holding(() => ask(piece.contents(user, remoteId).map((path) => ({ method: 'GET', path, repeatable: true }))));
      if (contents === null) return 'gone';
      if (contents.some((body) => anyPage.parse(body).value.length > 0)) return 'not-empty';
      const outcome = await send({ method: 'DELETE', path: piece.item(user, remoteId), repeatable: true });
      if ('answer' in outcome) return 'removed';
      if (outcome.error.kind === 'gone') return 'gone';
      throw new SyncFailure(outcome.error);
    },
  };
}

const isDenied = (error: SyncError): boolean => error.kind === 'refused' && error.scope === 'mailbox';

const mayExist = (error: SyncError): boolean => error.kind === 'conflict' || ('code' in error && error.code === 'answer-lost');

/** Null where the tenant never consented to this kind of thing, or the mailbox has none: the rest is synced without it. */
async function allowed<T>(run: () => Promise<T>): Promise<T | null> {
  return unless(run, isDenied);
}

/** Null where the thing itself is gone. */
async function holding<T>(run: () => Promise<T>): Promise<T | null> {
  return unless(run, (error) => error.kind === 'gone');
}

async function unless<T>(run: () => Promise<T>, given: (error: SyncError) => boolean): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof SyncFailure && given(error.error)) return null;
    throw error;
  }
}
