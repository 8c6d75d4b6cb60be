DROP TABLE password_resets;
DROP TABLE invitations;
ALTER TABLE memberships DROP COLUMN deactivated_at;
ALTER TABLE users DROP COLUMN search_text;
