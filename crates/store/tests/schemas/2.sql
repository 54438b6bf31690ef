-- A database of schema 2: one run with its file and what an older model kept of it, and a row of every log. Never edited.
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
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
INSERT INTO "activity" VALUES(1,'aa0000000000',1772341933,123456789,1,19800,'coordinates',20260301,'trail_run','mixed',3725.125,3600.1,3599.9,10012.34,210.5,0.0,143.7,181.0,171.3,251.0,6.5,75,612.0,'Morning ü; ''quoted'' run','two
lines','left knee','Blue pair','watch',X'0100000000000000003333333333CB724000010000000000408F40010000000000406040000001000000000000084000',X'0100000000000059400000000000246C40','[{"kind":"gps_spike","count":3,"first_s":12.5},{"kind":"out_of_range","quantity":"heart rate","count":1}]',5529917094,X'01000000008058AB4000000000000000000000000000000000000000000000000000000000000000003D03000000000000C03F00009643010000000000906640000000000000000000000000010000');
CREATE TABLE activity_samples (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    id TEXT NOT NULL,
    packed BYTEA NOT NULL,
    PRIMARY KEY (runner, id)
);
CREATE TABLE assessment (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    as_of BIGINT NOT NULL,
    model_version TEXT NOT NULL,
    input_hash TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (runner, as_of, model_version, input_hash)
);
CREATE TABLE entry (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    line BIGINT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (runner, kind, content, line)
);
INSERT INTO "entry" VALUES(1,'profile','dd00000000000000000000000000000000000000000000000000000000000000',0,'','{"birth_year":1984,"equipment":["band"],"foot_strike":"rearfoot","height_m":1.71,"is_poor_sleeper":false,"mass":63.5,"max_heart_rate":184.0,"previous_knee_injury":[{"condition":"PFP","from":"2019-05-01","side":"left","to":null}],"resting_heart_rate":48.0,"running_since":"2015-04-01","sex":"female","threshold_heart_rate":166.0,"threshold_speed":3.61,"time_zone":"Europe/Oslo","units":"imperial"}');
INSERT INTO "entry" VALUES(1,'symptom','dd00000000000000000000000000000000000000000000000000000000000000',0,'2026-03-01 left','{"date":"2026-03-01","findings":[{"code":"F10","is_present":false}],"giving_way":"none","has_limp":false,"has_medicine":true,"locking":"catches","night_pain":"turning","note":"after the hill","other_pain":[{"score":1,"site":"FOOT"}],"pain_60min":3,"pain_before":0,"pain_during_max":5,"pain_morning":2,"regions":["BACK_OF_KNEE","DISTAL_THIGH"],"side":"left","stiffness_min":15,"swelling":"1"}');
INSERT INTO "entry" VALUES(1,'screen','dd00000000000000000000000000000000000000000000000000000000000000',0,'2026-03-01 left R4','{"date":"2026-03-01","is_yes":false,"question":"R4","side":"left"}');
INSERT INTO "entry" VALUES(1,'wellness','dd00000000000000000000000000000000000000000000000000000000000000',0,'2026-03-01','{"date":"2026-03-01","hrv_rmssd_ms":61.0,"mass":63.0,"mood":8.0,"resting_heart_rate":47.0,"sleep_h":7.25,"soreness":2.0,"stress":3.0}');
INSERT INTO "entry" VALUES(1,'shoe','dd00000000000000000000000000000000000000000000000000000000000000',0,'Blue pair','{"brand":"Brand","category":"max_cushion","comfort":8.5,"cushioning":"soft","drop_mm":8.0,"first_used":"2025-12-24","foam":"peba","insole":"prefab","mass_g":280.0,"model":"Model","name":"Blue pair","outsole":"road","plate":"none","stack_forefoot_mm":30.0,"stack_heel_mm":38.0,"start_distance":120500.0,"support":"neutral"}');
INSERT INTO "entry" VALUES(1,'test','dd00000000000000000000000000000000000000000000000000000000000000',0,'2026-03-01 knee_to_wall left','{"date":"2026-03-01","side":"left","test":"knee_to_wall","value":9.5}');
INSERT INTO "entry" VALUES(1,'strength','dd00000000000000000000000000000000000000000000000000000000000000',0,'2026-03-02 split_squat right','{"date":"2026-03-02","exercise":"split_squat","load_kg":12.5,"reps":10,"reps_in_reserve":2.0,"sets":3,"side":"right"}');
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
INSERT INTO "entry_origin" VALUES(1,'profile','dd00000000000000000000000000000000000000000000000000000000000000',0,0,0,0,1);
INSERT INTO "entry_origin" VALUES(1,'symptom','dd00000000000000000000000000000000000000000000000000000000000000',0,20260301,0,0,1);
INSERT INTO "entry_origin" VALUES(1,'screen','dd00000000000000000000000000000000000000000000000000000000000000',0,20260301,0,0,1);
INSERT INTO "entry_origin" VALUES(1,'wellness','dd00000000000000000000000000000000000000000000000000000000000000',0,20260301,0,0,1);
INSERT INTO "entry_origin" VALUES(1,'shoe','dd00000000000000000000000000000000000000000000000000000000000000',0,0,0,0,1);
INSERT INTO "entry_origin" VALUES(1,'test','dd00000000000000000000000000000000000000000000000000000000000000',0,20260301,0,0,1);
INSERT INTO "entry_origin" VALUES(1,'strength','dd00000000000000000000000000000000000000000000000000000000000000',0,20260302,0,0,1);
CREATE TABLE knee_digest (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    id TEXT NOT NULL,
    form BIGINT NOT NULL,
    packed BYTEA NOT NULL,
    PRIMARY KEY (runner, id)
);
INSERT INTO "knee_digest" VALUES(1,'aa0000000000',4294979641,X'0100');
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO "meta" VALUES('schema','2');
CREATE TABLE original (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    content TEXT NOT NULL,
    path TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    unusable TEXT,
    PRIMARY KEY (runner, content)
);
INSERT INTO "original" VALUES(1,'aa00000000000000000000000000000000000000000000000000000000000000','a/b.fit',25,NULL);
CREATE TABLE original_bytes (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    content TEXT NOT NULL,
    packed BYTEA NOT NULL,
    PRIMARY KEY (runner, content)
);
INSERT INTO "original_bytes" VALUES(1,'aa00000000000000000000000000000000000000000000000000000000000000',X'011960746865206279746573206F6620612077617463682066696C65');
CREATE TABLE runner (
    runner BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    -- Counts the batches written: taken first by every writer, so that two never interleave.
    changes BIGINT NOT NULL
);
INSERT INTO "runner" VALUES(1,'',2);
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
INSERT INTO "source" VALUES(1,'aa0000000000','fit','aa00000000000000000000000000000000000000000000000000000000000000',0,'a/b.fit','aa0000000000',0,1772341933,123456789,1,19800,'coordinates',20260301,'trail_run','mixed',3725.125,3600.1,3599.9,10012.34,210.5,0.0,143.7,181.0,171.3,251.0,6.5,75,612.0,'Morning ü; ''quoted'' run','two
lines','left knee','Blue pair','watch',X'0100000000000000003333333333CB724000010000000000408F40010000000000406040000001000000000000084000',X'0100000000000059400000000000246C40','[{"kind":"gps_spike","count":3,"first_s":12.5},{"kind":"out_of_range","quantity":"heart rate","count":1}]');
CREATE TABLE source_samples (
    runner BIGINT NOT NULL REFERENCES runner (runner),
    id TEXT NOT NULL,
    packed BYTEA NOT NULL,
    PRIMARY KEY (runner, id)
);
INSERT INTO "source_samples" VALUES(1,'aa0000000000',X'01AC021C70636F210300084B0401012B010010010100F401004000000000000000000100AD0170636F210300084B0401052B0100D2CCCCE41B6102003F00000010000400000001230010CDFFFF7FC6FAFFFFFF172C01000080802000000068009BFFFF7FA669125BAF5D0BF8B798428C505B7FFE3CA58934CE16484AC8933093B5CD38F13AC639225802BD8ADF6657EB5E308C16097600DD88FDFFFFFFFFFF7FDB06007800801770D05EDA05189B849980037610C383182E2E2E2EAEAA1A1B1B1B9B9999999999999900007CEEBDF7DE7B01000000027EBFDFEFF7FBFD7EBFDFEFF7FBFD7EBFDFEFF7FBFD7EBFDFEFF7FBFD7EBFDFEFF7FBFD7EBF0F014670636F21030048400401030001001051030020FEFFFF17E4000000408008000000027900008028220268491D7D07246AABC80D005635D57DC1A102535D559C0654457D8102000000000000000000');
CREATE INDEX source_of_day ON source (runner, local_date);
CREATE INDEX source_of_activity ON source (runner, activity);
CREATE UNIQUE INDEX source_of_content ON source (runner, content, part);
CREATE INDEX activity_of_day ON activity (runner, local_date);
CREATE INDEX entry_of_key ON entry (runner, kind, key);
COMMIT;
