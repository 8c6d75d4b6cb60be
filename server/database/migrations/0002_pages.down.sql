DROP TABLE page_operations;
DROP TABLE page_branches;
DROP TABLE page_versions;
DROP TABLE pages;
