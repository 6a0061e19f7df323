-- Mails are the fourth kind of object. A person's Save in the pane is remembered until a sync has taken it, and who asked for as long as the user stands.
ALTER TABLE "collection" DROP CONSTRAINT collection_object;
ALTER TABLE "collection" ADD CONSTRAINT collection_object CHECK (collection.object in ('contact', 'event', 'task', 'email'));
ALTER TABLE "observation" DROP CONSTRAINT observation_object;
ALTER TABLE "observation" ADD CONSTRAINT observation_object CHECK (observation.object in ('contact', 'event', 'task', 'email'));
ALTER TABLE "link" DROP CONSTRAINT link_object;
ALTER TABLE "link" ADD CONSTRAINT link_object CHECK (link.object in ('contact', 'event', 'task', 'email'));
ALTER TABLE "intent" DROP CONSTRAINT intent_object;
ALTER TABLE "intent" ADD CONSTRAINT intent_object CHECK (intent.object in ('contact', 'event', 'task', 'email'));
ALTER TABLE "journal" DROP CONSTRAINT journal_object;
ALTER TABLE "journal" ADD CONSTRAINT journal_object CHECK (journal.object in ('contact', 'event', 'task', 'email'));
ALTER TABLE "decision" DROP CONSTRAINT decision_object;
ALTER TABLE "decision" ADD CONSTRAINT decision_object CHECK (decision.object in ('contact', 'event', 'task', 'email'));

CREATE TABLE saved_item (
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  object text NOT NULL,
  remote_id text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  taken_at timestamp with time zone,
  CONSTRAINT saved_item_user_id_object_remote_id_pk PRIMARY KEY(user_id,object,remote_id),
  CONSTRAINT saved_item_object CHECK (saved_item.object in ('contact', 'event', 'task', 'email'))
);
ALTER TABLE saved_item ADD CONSTRAINT saved_item_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;
CREATE INDEX saved_item_open ON saved_item (user_id) WHERE saved_item.taken_at is null;
-- One mail in several mailboxes is one record: found by its key, across the customer's mailboxes of one Salesforce org.
CREATE INDEX link_mail_key ON link (customer_id,key) WHERE link.object = 'email' and link.state <> 'ended';
CREATE INDEX link_mail_record ON link (customer_id,salesforce_id) WHERE link.object = 'email' and link.state <> 'ended';

SELECT raise_wall('saved_item');
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_item TO lockstep_app;
