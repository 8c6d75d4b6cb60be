DROP TABLE asset_files;
DROP TABLE assets;
