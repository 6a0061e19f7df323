-- Contacts that wait because their person is a lead are looked for in every run of their mailbox.
DROP INDEX decision_waits;
CREATE INDEX decision_waits ON decision (user_id,reason) WHERE decision.reason in ('outside-window', 'before-start', 'organizer-colleague', 'open-lead');
