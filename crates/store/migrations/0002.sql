-- What is kept of an activity's samples for questions about the knee, or why there is nothing. Derived: made again whenever
-- the version of the model or the shape, both in `form`, is another; neither backed up nor exported.

CREATE TABLE knee_digest (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    id TEXT NOT NULL,
    form BIGINT NOT NULL,
    packed BYTEA NOT NULL,
    PRIMARY KEY (runner, id)
);
