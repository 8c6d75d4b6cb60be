DROP INDEX pages_by_deletion;
