-- What a job says of itself while it is done: a JSON object, empty until it does.
ALTER TABLE jobs ADD COLUMN progress TEXT NOT NULL DEFAULT '';
