-- Tasks are the third kind of object.
ALTER TABLE "collection" DROP CONSTRAINT collection_object;
ALTER TABLE "collection" ADD CONSTRAINT collection_object CHECK (collection.object in ('contact', 'event', 'task'));
ALTER TABLE "observation" DROP CONSTRAINT observation_object;
ALTER TABLE "observation" ADD CONSTRAINT observation_object CHECK (observation.object in ('contact', 'event', 'task'));
ALTER TABLE "link" DROP CONSTRAINT link_object;
ALTER TABLE "link" ADD CONSTRAINT link_object CHECK (link.object in ('contact', 'event', 'task'));
ALTER TABLE "intent" DROP CONSTRAINT intent_object;
ALTER TABLE "intent" ADD CONSTRAINT intent_object CHECK (intent.object in ('contact', 'event', 'task'));
ALTER TABLE "journal" DROP CONSTRAINT journal_object;
ALTER TABLE "journal" ADD CONSTRAINT journal_object CHECK (journal.object in ('contact', 'event', 'task'));
ALTER TABLE "decision" DROP CONSTRAINT decision_object;
ALTER TABLE "decision" ADD CONSTRAINT decision_object CHECK (decision.object in ('contact', 'event', 'task'));
