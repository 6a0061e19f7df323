import type { FieldValue, ObjectKind, Side } from './item.ts';
import type { Reason } from './reason.ts';

/** The rooms of the walk that decide (ARCHITECTURE.md); `write` is a provider's answer. */
export type Room = 'gate' | 'read' | 'translate' | 'confirm' | 'identify' | 'echo' | 'plan' | 'safety' | 'write';

/**
 * What was decided of one item and why: the newest per item is what "Why?" shows. `inputs` holds what the rule looked at, never a body.
 */
export interface Decision {
  side: Side;
  object: ObjectKind;
  remoteId: string;
  room: Room;
  reason: Reason;
  action: 'create' | 'update' | 'delete' | 'link' | 'unlink' | 'skip' | 'hold' | 'none';
  inputs: Readonly<Record<string, FieldValue | readonly string[]>>;
}
