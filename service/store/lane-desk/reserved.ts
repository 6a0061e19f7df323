/**
 * A job that clears the mailbox has the lane to itself until it ended, also while no process works on it. A reservation of a job that is over
 * (it failed) holds nobody.
 */
export const unreserved =
  "(reserved_by IS NULL OR NOT EXISTS (SELECT 1 FROM job j WHERE j.id = reserved_by AND j.state IN ('queued', 'running')))";
