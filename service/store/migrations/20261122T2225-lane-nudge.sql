-- A nudge during a run must not be lost when the run sets the next time; why items were left is part of a session's statistics.
ALTER TABLE lane ADD COLUMN nudged boolean NOT NULL DEFAULT false;
ALTER TABLE session ADD COLUMN reasons jsonb;
