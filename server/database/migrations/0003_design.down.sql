DROP TABLE page_templates;
DROP TABLE design_systems;
