-- For which customer a partner or the people of the installation changed a setting; null where its own people did.
ALTER TABLE setting_change ADD COLUMN on_behalf_of uuid;
