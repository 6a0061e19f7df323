import { ConfigFailure } from '../config/index.ts';
import { masterKeyId } from '../secrets/index.ts';
import { sealedWith } from '../store/index.ts';

/**
 * A wrong master key is told at the start. Later it would look like sign-ins that no longer hold, and mailboxes would be suspended for it.
 */
export async function refuseOtherKey(ownerUrl: string, master: Buffer): Promise<void> {
  const mine = masterKeyId(master);
  const others = (await sealedWith(ownerUrl)).filter((id) => id !== mine);
  if (others.length === 0) return;
  throw new ConfigFailure(
    `The stored sign-ins were sealed with another master key (${others.join(', ')}) than this one (${mine}). Give that one as LOCKSTEP_MASTER_KEY or LOCKSTEP_MASTER_KEY_FILE; after "npm run key:rotate" the new one.`,
  );
}
