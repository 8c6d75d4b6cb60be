DROP INDEX page_templates_public;
DROP INDEX page_templates_by_text;
ALTER TABLE page_templates DROP COLUMN tag_text;
ALTER TABLE page_templates DROP COLUMN search_text;
