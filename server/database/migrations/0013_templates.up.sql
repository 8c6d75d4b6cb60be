-- Templates that organisations make: what is searched for in them, and those in the marketplace.
ALTER TABLE page_templates ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
ALTER TABLE page_templates ADD COLUMN tag_text TEXT NOT NULL DEFAULT '';
CREATE INDEX page_templates_by_text ON page_templates (organization_id, search_text, id);
CREATE INDEX page_templates_public ON page_templates (is_public, search_text, id);
