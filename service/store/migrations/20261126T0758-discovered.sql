-- When the lists of a mailbox were last looked for: what is made later is found within a day. Shape: service/store/schema.
ALTER TABLE collection ADD COLUMN discovered_at timestamp with time zone;
