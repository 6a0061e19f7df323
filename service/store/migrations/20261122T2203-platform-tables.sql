-- What is due, bulk jobs, the clock of sandbox mode: ids only. Shape: service/store/schema (a test compares).

CREATE TABLE lane (
  user_id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  due_at timestamp with time zone NOT NULL,
  lease_until timestamp with time zone,
  worker text,
  epoch bigint DEFAULT 0 NOT NULL,
  session_id uuid,
  running_since timestamp with time zone,
  force_accepted_at timestamp with time zone,
  last_try_at timestamp with time zone,
  parked_until timestamp with time zone,
  parked_reason text
);
ALTER TABLE lane ADD CONSTRAINT lane_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE cascade;
CREATE INDEX lane_due ON lane (due_at);
CREATE INDEX lane_customer ON lane (customer_id);

CREATE TABLE job (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid,
  kind text NOT NULL,
  state text NOT NULL,
  requested_by uuid,
  parameters jsonb NOT NULL,
  counts jsonb NOT NULL,
  results jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  CONSTRAINT job_state CHECK (job.state in ('queued', 'running', 'done', 'failed', 'cancelled'))
);
CREATE INDEX job_customer ON job (customer_id,created_at DESC NULLS LAST);

CREATE TABLE clock (
  id integer PRIMARY KEY NOT NULL,
  offset_milliseconds bigint NOT NULL,
  set_at timestamp with time zone NOT NULL
);
