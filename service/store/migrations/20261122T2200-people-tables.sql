-- Who signs in, and what they may do. Shape: service/store/schema (a test compares).

CREATE TABLE distributor (
  id uuid PRIMARY KEY NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL
);

CREATE TABLE partner (
  id uuid PRIMARY KEY NOT NULL,
  distributor_id uuid,
  code text NOT NULL,
  name text NOT NULL,
  contact text,
  email text,
  created_at timestamp with time zone NOT NULL
);
ALTER TABLE partner ADD CONSTRAINT partner_distributor_id_distributor_id_fk FOREIGN KEY (distributor_id) REFERENCES distributor(id);
CREATE UNIQUE INDEX partner_code ON partner (code);
CREATE INDEX partner_distributor ON partner (distributor_id);

CREATE TABLE account (
  id uuid PRIMARY KEY NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean DEFAULT false NOT NULL,
  image text,
  locale text,
  two_factor_enabled boolean DEFAULT false NOT NULL,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL
);
CREATE UNIQUE INDEX account_email ON account (email);

CREATE TABLE credential (
  id uuid PRIMARY KEY NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id uuid NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL
);
ALTER TABLE credential ADD CONSTRAINT credential_user_id_account_id_fk FOREIGN KEY (user_id) REFERENCES account(id) ON DELETE cascade;
CREATE UNIQUE INDEX credential_provider_account ON credential (provider_id,account_id);
CREATE INDEX credential_user ON credential (user_id);

CREATE TABLE auth_session (
  id uuid PRIMARY KEY NOT NULL,
  user_id uuid NOT NULL,
  token text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL
);
ALTER TABLE auth_session ADD CONSTRAINT auth_session_by_user_id_account_id_fk FOREIGN KEY (user_id) REFERENCES account(id) ON DELETE cascade;
CREATE UNIQUE INDEX auth_session_token ON auth_session (token);
CREATE INDEX auth_session_by_user ON auth_session (user_id);

CREATE TABLE verification (
  id uuid PRIMARY KEY NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL
);
CREATE INDEX verification_identifier ON verification (identifier);

CREATE TABLE two_factor (
  id uuid PRIMARY KEY NOT NULL,
  user_id uuid NOT NULL,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean DEFAULT true NOT NULL
);
ALTER TABLE two_factor ADD CONSTRAINT two_factor_user_id_account_id_fk FOREIGN KEY (user_id) REFERENCES account(id) ON DELETE cascade;
CREATE INDEX two_factor_user ON two_factor (user_id);

CREATE TABLE sign_in_session (
  id uuid PRIMARY KEY NOT NULL,
  account_id uuid NOT NULL,
  surface text NOT NULL,
  rotation integer NOT NULL,
  rotated_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  revoked_reason text
);
ALTER TABLE sign_in_session ADD CONSTRAINT sign_in_session_account_id_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE cascade;
CREATE INDEX sign_in_session_account ON sign_in_session (account_id);

CREATE TABLE role_grant (
  id uuid PRIMARY KEY NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL,
  scope_level text NOT NULL,
  scope_id uuid,
  customer_id uuid,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  granted_by uuid,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT role_grant_role CHECK (role_grant.role in ('platform-admin', 'partner', 'customer-admin', 'organization-user', 'user')),
  CONSTRAINT role_grant_scope_level CHECK (role_grant.scope_level in ('platform', 'distributor', 'partner', 'customer', 'organization', 'self'))
);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_account_id_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE cascade;
CREATE INDEX role_grant_account ON role_grant (account_id);
CREATE INDEX role_grant_customer ON role_grant (customer_id);

CREATE TABLE one_time (
  id text PRIMARY KEY NOT NULL,
  kind text NOT NULL,
  data jsonb NOT NULL,
  expires_at timestamp with time zone NOT NULL
);
CREATE INDEX one_time_expires ON one_time (expires_at);

CREATE TABLE idempotency (
  account_id uuid NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  status integer,
  body jsonb,
  headers jsonb,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_account_id_key_pk PRIMARY KEY(account_id,key)
);
ALTER TABLE idempotency ADD CONSTRAINT idempotency_account_id_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE cascade;
CREATE INDEX idempotency_created ON idempotency (created_at);
