-- Mails are the fourth kind of object.
ALTER TABLE job_row DROP CONSTRAINT job_row_object;
ALTER TABLE job_row ADD CONSTRAINT job_row_object CHECK (job_row.object in ('contact', 'event', 'task', 'email'));
