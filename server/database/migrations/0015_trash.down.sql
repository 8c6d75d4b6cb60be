DROP INDEX pages_in_trash;
