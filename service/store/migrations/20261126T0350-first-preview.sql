-- A mailbox that is switched on for the first time waits until its preview is confirmed (features.md, decision 10). Those that sync already do not.
ALTER TABLE "user" ADD COLUMN awaits_preview boolean DEFAULT false NOT NULL;
