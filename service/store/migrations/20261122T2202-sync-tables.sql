-- A lane's books. Shape: service/store/schema (a test compares).

CREATE TABLE collection (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  side text NOT NULL,
  object text NOT NULL,
  remote_id text NOT NULL,
  name text NOT NULL,
  cursor text,
  phase text NOT NULL,
  generation integer NOT NULL,
  window_start timestamp with time zone,
  window_end timestamp with time zone,
  listed_at timestamp with time zone,
  read_at timestamp with time zone,
  CONSTRAINT collection_remote UNIQUE(user_id,side,object,remote_id),
  CONSTRAINT collection_side CHECK (collection.side in ('outlook', 'salesforce')),
  CONSTRAINT collection_object CHECK (collection.object in ('contact', 'event')),
  CONSTRAINT collection_phase CHECK (collection.phase in ('baseline', 'incremental'))
);
ALTER TABLE collection ADD CONSTRAINT collection_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;

CREATE TABLE observation (
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  side text NOT NULL,
  object text NOT NULL,
  remote_id text NOT NULL,
  collection_id uuid,
  version text NOT NULL,
  fields jsonb,
  facts jsonb NOT NULL,
  removed boolean NOT NULL,
  confirmed boolean NOT NULL,
  problem jsonb,
  planned boolean NOT NULL,
  generation integer NOT NULL,
  observed_at timestamp with time zone NOT NULL,
  CONSTRAINT observation_user_id_side_object_remote_id_pk PRIMARY KEY(user_id,side,object,remote_id),
  CONSTRAINT observation_side CHECK (observation.side in ('outlook', 'salesforce')),
  CONSTRAINT observation_object CHECK (observation.object in ('contact', 'event'))
);
ALTER TABLE observation ADD CONSTRAINT observation_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;
CREATE INDEX observation_unplanned ON observation (user_id) WHERE not observation.planned;
CREATE INDEX observation_unconfirmed ON observation (user_id) WHERE observation.removed and not observation.confirmed;

CREATE TABLE link (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  object text NOT NULL,
  outlook_id text,
  salesforce_id text,
  key text,
  base_outlook jsonb,
  base_salesforce jsonb,
  outlook_version text,
  salesforce_version text,
  state text NOT NULL,
  made_by_us text,
  writes jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT link_object CHECK (link.object in ('contact', 'event')),
  CONSTRAINT link_state CHECK (link.state in ('pending', 'linked', 'ended'))
);
ALTER TABLE link ADD CONSTRAINT link_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;
CREATE UNIQUE INDEX link_outlook ON link (user_id,object,outlook_id) WHERE link.state <> 'ended';
CREATE UNIQUE INDEX link_salesforce ON link (user_id,object,salesforce_id) WHERE link.state <> 'ended';
CREATE INDEX link_outlook_ended ON link (user_id,object,outlook_id) WHERE link.state = 'ended';
CREATE INDEX link_salesforce_ended ON link (user_id,object,salesforce_id) WHERE link.state = 'ended';

CREATE TABLE intent (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  session_id uuid NOT NULL,
  link_id uuid NOT NULL,
  side text NOT NULL,
  object text NOT NULL,
  operation text NOT NULL,
  remote_id text,
  key text,
  expected_version text,
  fields jsonb,
  whole jsonb,
  before jsonb,
  recipients jsonb NOT NULL,
  state text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  not_before timestamp with time zone,
  error jsonb,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT intent_side CHECK (intent.side in ('outlook', 'salesforce')),
  CONSTRAINT intent_object CHECK (intent.object in ('contact', 'event')),
  CONSTRAINT intent_operation CHECK (intent.operation in ('create', 'update', 'delete')),
  CONSTRAINT intent_state CHECK (intent.state in ('proposed', 'pending', 'sending', 'done', 'failed', 'held', 'dropped'))
);
ALTER TABLE intent ADD CONSTRAINT intent_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;
CREATE INDEX intent_open ON intent (user_id,state,side) WHERE intent.state in ('proposed', 'pending', 'sending');
CREATE INDEX intent_link ON intent (link_id) WHERE intent.state in ('proposed', 'pending', 'sending', 'held', 'failed');

CREATE TABLE journal (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  session_id uuid NOT NULL,
  intent_id uuid NOT NULL,
  link_id uuid NOT NULL,
  side text NOT NULL,
  object text NOT NULL,
  remote_id text NOT NULL,
  operation text NOT NULL,
  before jsonb,
  after jsonb,
  at timestamp with time zone NOT NULL,
  CONSTRAINT journal_side CHECK (journal.side in ('outlook', 'salesforce')),
  CONSTRAINT journal_object CHECK (journal.object in ('contact', 'event')),
  CONSTRAINT journal_operation CHECK (journal.operation in ('create', 'update', 'delete'))
);
ALTER TABLE journal ADD CONSTRAINT journal_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;
CREATE INDEX journal_by_user ON journal (user_id,at DESC);
CREATE INDEX journal_session ON journal (session_id);
CREATE INDEX journal_link ON journal (link_id);

CREATE TABLE decision (
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  session_id uuid NOT NULL,
  side text NOT NULL,
  object text NOT NULL,
  remote_id text NOT NULL,
  room text NOT NULL,
  reason text NOT NULL,
  action text NOT NULL,
  inputs jsonb NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT decision_user_id_side_object_remote_id_pk PRIMARY KEY(user_id,side,object,remote_id),
  CONSTRAINT decision_side CHECK (decision.side in ('outlook', 'salesforce')),
  CONSTRAINT decision_object CHECK (decision.object in ('contact', 'event'))
);
ALTER TABLE decision ADD CONSTRAINT decision_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;

CREATE TABLE session (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  trigger text NOT NULL,
  state text NOT NULL,
  reason text,
  queued_at timestamp with time zone NOT NULL,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  epoch bigint,
  counts jsonb NOT NULL,
  requests jsonb NOT NULL,
  error jsonb,
  CONSTRAINT session_trigger CHECK (session.trigger in ('schedule', 'force', 'first', 'retry', 'notification')),
  CONSTRAINT session_state CHECK (session.state in ('queued', 'running', 'succeeded', 'partly', 'held', 'failed'))
);
ALTER TABLE session ADD CONSTRAINT session_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;
CREATE INDEX session_by_user ON session (user_id,queued_at DESC NULLS LAST,id DESC NULLS LAST);
CREATE INDEX session_open ON session (user_id) WHERE session.state in ('queued', 'running');

CREATE TABLE issue (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  session_id uuid,
  object text,
  side text,
  remote_id text,
  link_id uuid,
  intent_id uuid,
  reason text NOT NULL,
  detail jsonb NOT NULL,
  state text NOT NULL,
  answer text,
  answered_by text,
  answered_at timestamp with time zone,
  first_seen_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  resolved_at timestamp with time zone,
  CONSTRAINT issue_state CHECK (issue.state in ('open', 'answered', 'resolved'))
);
ALTER TABLE issue ADD CONSTRAINT issue_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;
CREATE INDEX issue_user ON issue (user_id,last_seen_at DESC NULLS LAST,id DESC NULLS LAST);
CREATE INDEX issue_item ON issue (user_id,side,object,remote_id) WHERE issue.state <> 'resolved';
