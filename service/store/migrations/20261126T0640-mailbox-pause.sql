-- A Retry-After of a mailbox holds for every process that speaks to it. Shape: service/store/schema.
CREATE TABLE mailbox_pause (
  mailbox bigint PRIMARY KEY NOT NULL,
  until timestamp with time zone NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON mailbox_pause TO lockstep_system;
