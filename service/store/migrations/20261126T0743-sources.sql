-- Calendars of Teams and event lists of sites: lanes like a mailbox's, without a person. What the tenant offers stands in source, switched on or
-- not; one that was ever switched on has a row in "user" under the same id, so that its books are a lane's books.
ALTER TABLE "user" ADD COLUMN kind text NOT NULL DEFAULT 'mailbox';
ALTER TABLE "user" ADD CONSTRAINT user_kind CHECK (kind in ('mailbox', 'team', 'site'));
GRANT SELECT (kind) ON "user" TO lockstep_system;

CREATE TABLE source (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL,
  kind text NOT NULL,
  remote_id text NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  organization_id uuid,
  owner_id uuid,
  found_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  CONSTRAINT source_remote UNIQUE (customer_id, kind, remote_id),
  CONSTRAINT source_kind CHECK (kind in ('team', 'site'))
);
ALTER TABLE source ADD CONSTRAINT source_customer FOREIGN KEY (customer_id) REFERENCES customer (id);
ALTER TABLE source ADD CONSTRAINT source_organization FOREIGN KEY (customer_id, organization_id) REFERENCES organization (customer_id, id);
ALTER TABLE source ADD CONSTRAINT source_owner FOREIGN KEY (customer_id, owner_id) REFERENCES "user" (customer_id, id) ON DELETE SET NULL (owner_id);
CREATE INDEX source_owner_id ON source (owner_id);
SELECT raise_wall('source');
GRANT SELECT, INSERT, UPDATE, DELETE ON source TO lockstep_app;

-- Which item of a source stands under which meeting's key: members' mailboxes look here before a record goes.
CREATE TABLE source_meeting (
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  key text NOT NULL,
  remote_id text NOT NULL,
  PRIMARY KEY (user_id, key)
);
ALTER TABLE source_meeting ADD CONSTRAINT source_meeting_user FOREIGN KEY (customer_id, user_id) REFERENCES "user" (customer_id, id) ON DELETE CASCADE;
CREATE INDEX source_meeting_key ON source_meeting (customer_id, key);
SELECT raise_wall('source_meeting');
GRANT SELECT, INSERT, UPDATE, DELETE ON source_meeting TO lockstep_app;

-- When an organization is to be looked at for new Teams and sites: no row, never. Ids only.
CREATE TABLE source_look (
  organization_id uuid PRIMARY KEY,
  customer_id uuid NOT NULL,
  due_at timestamp with time zone NOT NULL
);
ALTER TABLE source_look ADD CONSTRAINT source_look_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE;
CREATE INDEX source_look_due ON source_look (due_at);
SELECT raise_wall('source_look');
GRANT SELECT, INSERT, UPDATE, DELETE ON source_look TO lockstep_app, lockstep_system;
CREATE POLICY system ON source_look TO lockstep_system USING (true);
