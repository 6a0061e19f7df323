-- Whose mailbox a subscription watches: one that goes on under another address is watched there. Shape: service/store/schema.
ALTER TABLE subscription ADD COLUMN mailbox text;
UPDATE subscription s SET mailbox = lower(u.mailbox_address) FROM "user" u WHERE u.id = s.user_id;
ALTER TABLE subscription ALTER COLUMN mailbox SET NOT NULL;

-- Whoever changes the address: the subscriptions are looked at anew, at once.
CREATE FUNCTION look_at_subscriptions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE subscription SET renew_at = created_at WHERE user_id = NEW.id;
  UPDATE lane SET subscriptions_tried_at = NULL WHERE user_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER mailbox_changed AFTER UPDATE OF mailbox_address ON "user"
  FOR EACH ROW WHEN (lower(OLD.mailbox_address) <> lower(NEW.mailbox_address)) EXECUTE FUNCTION look_at_subscriptions();
