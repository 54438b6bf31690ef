-- Everything belongs to a runner. Blobs stand in tables of their own, so that reading a history stays quick.

CREATE TABLE runner (
    runner BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    -- Counts the batches written: taken first by every writer, so that two never interleave.
    changes BIGINT NOT NULL
);

-- Every content ever met. `unusable` says why nothing could be read from it; its bytes are then not kept.
CREATE TABLE original (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    content TEXT NOT NULL,
    path TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    unusable TEXT,
    PRIMARY KEY (runner, content)
);

CREATE TABLE original_bytes (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    content TEXT NOT NULL,
    packed BYTEA NOT NULL,
    PRIMARY KEY (runner, content)
);

-- One outing as one input tells it.
CREATE TABLE source (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    part BIGINT NOT NULL,
    path TEXT NOT NULL,
    -- The merged activity it is part of, and its place among that activity's sources.
    activity TEXT,
    place BIGINT NOT NULL,
    start_s BIGINT NOT NULL,
    start_ns BIGINT NOT NULL,
    is_start_exact BIGINT NOT NULL,
    utc_offset_s BIGINT NOT NULL,
    offset_origin TEXT NOT NULL,
    local_date BIGINT NOT NULL,
    sport TEXT NOT NULL,
    surface TEXT,
    elapsed_s DOUBLE PRECISION NOT NULL,
    timer_s DOUBLE PRECISION,
    moving_s DOUBLE PRECISION,
    distance_m DOUBLE PRECISION,
    ascent_m DOUBLE PRECISION,
    descent_m DOUBLE PRECISION,
    mean_heart_rate_bpm DOUBLE PRECISION,
    max_heart_rate_bpm DOUBLE PRECISION,
    mean_cadence_spm DOUBLE PRECISION,
    mean_power_w DOUBLE PRECISION,
    session_rpe DOUBLE PRECISION,
    feel BIGINT,
    hard_s DOUBLE PRECISION,
    title TEXT,
    description TEXT,
    private_note TEXT,
    shoe TEXT,
    device TEXT,
    laps BYTEA,
    pauses BYTEA,
    quality TEXT,
    PRIMARY KEY (runner, id)
);

CREATE INDEX source_of_day ON source (runner, local_date);
CREATE INDEX source_of_activity ON source (runner, activity);
CREATE UNIQUE INDEX source_of_content ON source (runner, content, part);

CREATE TABLE source_samples (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    id TEXT NOT NULL,
    packed BYTEA NOT NULL,
    PRIMARY KEY (runner, id)
);

-- One outing, merged from its sources.
CREATE TABLE activity (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    id TEXT NOT NULL,
    start_s BIGINT NOT NULL,
    start_ns BIGINT NOT NULL,
    is_start_exact BIGINT NOT NULL,
    utc_offset_s BIGINT NOT NULL,
    offset_origin TEXT NOT NULL,
    local_date BIGINT NOT NULL,
    sport TEXT NOT NULL,
    surface TEXT,
    elapsed_s DOUBLE PRECISION NOT NULL,
    timer_s DOUBLE PRECISION,
    moving_s DOUBLE PRECISION,
    distance_m DOUBLE PRECISION,
    ascent_m DOUBLE PRECISION,
    descent_m DOUBLE PRECISION,
    mean_heart_rate_bpm DOUBLE PRECISION,
    max_heart_rate_bpm DOUBLE PRECISION,
    mean_cadence_spm DOUBLE PRECISION,
    mean_power_w DOUBLE PRECISION,
    session_rpe DOUBLE PRECISION,
    feel BIGINT,
    hard_s DOUBLE PRECISION,
    title TEXT,
    description TEXT,
    private_note TEXT,
    shoe TEXT,
    device TEXT,
    laps BYTEA,
    pauses BYTEA,
    quality TEXT,
    -- Version of the formulas and shape of the digest; another one is made again from the samples.
    digest_form BIGINT,
    digest BYTEA,
    PRIMARY KEY (runner, id)
);

CREATE INDEX activity_of_day ON activity (runner, local_date);

-- Only for an activity merged from several sources; one with a single source has that source's samples.
CREATE TABLE activity_samples (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    id TEXT NOT NULL,
    packed BYTEA NOT NULL,
    PRIMARY KEY (runner, id)
);

-- Every row of every log as it was told; which of them counts is decided when they are read.
CREATE TABLE entry (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    line BIGINT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (runner, kind, content, line)
);

CREATE INDEX entry_of_key ON entry (runner, kind, key);

-- Where entries came from: what decides which of two contradicting rows counts.
CREATE TABLE entry_origin (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    is_logged BIGINT NOT NULL,
    last_day BIGINT NOT NULL,
    told_s BIGINT NOT NULL,
    told_ns BIGINT NOT NULL,
    entries BIGINT NOT NULL,
    PRIMARY KEY (runner, kind, content)
);

-- Answers already given, by the model that gave them and the state they were given for.
CREATE TABLE assessment (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    as_of BIGINT NOT NULL,
    model_version TEXT NOT NULL,
    input_hash TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (runner, as_of, model_version, input_hash)
);
