DROP TABLE component_versions;
DROP TABLE component_library;
