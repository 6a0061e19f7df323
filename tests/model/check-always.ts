import type { Scene } from '../scene/index.ts';
import type { FreshDatabase } from '../setup/index.ts';

interface Watched {
  /** Sent by our writes since the last yes to an invitation. */
  mailsOfOurs: number;
  /** What those who watch every call have met. */
  violations: readonly string[];
}

/** What must hold after each command, whatever is under way; throws with what does not. */
export async function checkAlways(scene: Scene, look: FreshDatabase['look'], { mailsOfOurs, violations }: Watched): Promise<void> {
  if (mailsOfOurs !== 0 && !(await everAllowed(scene))) throw new Error(`I6: ${mailsOfOurs} mails were sent by us`);
  if (violations.length > 0) throw new Error(violations.join('\n'));
  const doubles = await look(doublePartners, [scene.customerId]);
  if (doubles.length > 0) throw new Error(`I3: two partners: ${JSON.stringify(doubles)}`);
}

/** After a yes to an invitation our writes may mail. */
const everAllowed = async (scene: Scene): Promise<boolean> =>
  (await scene.rows("SELECT 1 FROM issue WHERE answer = 'allow' AND reason = 'invitation-guard'")).length > 0;

const doublePartners = `
  SELECT user_id, side, object, id FROM (
    SELECT user_id, 'outlook' AS side, object, outlook_id AS id FROM link WHERE customer_id = $1 AND state <> 'ended' AND outlook_id IS NOT NULL
    UNION ALL SELECT user_id, 'salesforce', object, salesforce_id FROM link WHERE customer_id = $1 AND state <> 'ended' AND salesforce_id IS NOT NULL) ends
   GROUP BY user_id, side, object, id HAVING count(*) > 1`;
