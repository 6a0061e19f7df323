-- Which fields a collection was read with; other ones (the organization's mapping changed) make it be read anew.
ALTER TABLE collection ADD COLUMN shape text NOT NULL DEFAULT '', ADD COLUMN reread boolean NOT NULL DEFAULT false;
