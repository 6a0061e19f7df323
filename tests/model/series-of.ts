import type { Mailbox } from '../../sandbox/graph/index.ts';
import { days } from '../scene/index.ts';

type Item = ReturnType<Mailbox['events']>[number];

export interface Series {
  id: string;
  master: Item;
  /** All its meetings, far beyond any window. */
  meetings(now: number): readonly Item[];
}

/** The series of a mailbox. */
export function seriesOf(mailbox: Mailbox): Series[] {
  const wall = (at: number) => new Date(at).toISOString().slice(0, 19);
  return mailbox
    .events()
    .filter((item) => item.recurrence)
    .map((master) => ({
      id: master.id,
      master,
      meetings: (now) => mailbox.instances(master.id, wall(now - 400 * days), wall(now + 400 * days)),
    }));
}
