-- By which settings of its page a released page was rendered; empty: by what nobody wrote down.
ALTER TABLE release_artifacts ADD COLUMN settings_hash TEXT NOT NULL DEFAULT '';
