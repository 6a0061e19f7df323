-- Jobs are claimed and resumed as lanes are; what they came to stands row by row behind the wall.
ALTER TABLE job DROP COLUMN results;
ALTER TABLE job ADD COLUMN organization_id uuid;
ALTER TABLE job ADD COLUMN user_id uuid;
ALTER TABLE job ADD COLUMN on_behalf_of uuid;
ALTER TABLE job ADD COLUMN source text;
ALTER TABLE job ADD COLUMN progress jsonb DEFAULT '{}' NOT NULL;
ALTER TABLE job ADD COLUMN reason text;
ALTER TABLE job ADD COLUMN error jsonb;
ALTER TABLE job ADD COLUMN due_at timestamp with time zone DEFAULT 'epoch' NOT NULL;
ALTER TABLE job ADD COLUMN lease_until timestamp with time zone;
ALTER TABLE job ADD COLUMN worker text;
ALTER TABLE job ADD COLUMN epoch bigint DEFAULT 0 NOT NULL;
ALTER TABLE job ALTER COLUMN progress DROP DEFAULT;
ALTER TABLE job ALTER COLUMN due_at DROP DEFAULT;
CREATE INDEX job_user ON job (user_id,created_at DESC NULLS LAST);
CREATE INDEX job_due ON job (due_at) WHERE state in ('queued', 'running');

CREATE TABLE job_row (
  customer_id uuid NOT NULL,
  job_id uuid NOT NULL REFERENCES job(id) ON DELETE cascade,
  position integer NOT NULL,
  name text NOT NULL,
  user_id uuid,
  side text,
  object text,
  direction text,
  remote_id text,
  action text NOT NULL,
  outcome text NOT NULL,
  reason text,
  title text,
  fields jsonb NOT NULL,
  recipients jsonb NOT NULL,
  detail jsonb NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT job_row_job_id_position_pk PRIMARY KEY(job_id,position),
  CONSTRAINT job_row_name UNIQUE(job_id,name),
  CONSTRAINT job_row_side CHECK (job_row.side in ('outlook', 'salesforce')),
  CONSTRAINT job_row_object CHECK (job_row.object in ('contact', 'event', 'task')),
  CONSTRAINT job_row_direction CHECK (job_row.direction in ('up', 'down')),
  CONSTRAINT job_row_outcome CHECK (job_row.outcome in ('planned', 'done', 'held', 'refused', 'failed'))
);
ALTER TABLE job_row ADD CONSTRAINT job_row_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;
CREATE INDEX job_row_user ON job_row (user_id);
SELECT raise_wall('job_row');
GRANT SELECT, INSERT, UPDATE, DELETE ON job_row TO lockstep_app;
