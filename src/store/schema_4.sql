-- The ledger, version 4: decisions in figures, to be searched, compared and counted; what came of them in figures; queries by name.
-- Read from the views: profiles, looks, uses. The journal has no new kind.

CREATE TABLE decision_profile (
  -- Who the patient was and what was decided, in figures, when a version was locked. NULL where it is not known.
  event_seq        INTEGER PRIMARY KEY REFERENCES decision (event_seq),
  class_group      TEXT,               -- proliferative (III, IV), mixed_v, pure_v, i_ii, vi
  upcr             REAL,               -- g/g; 24 h protein in g where there is no UPCR
  egfr             REAL,               -- mL/min/1.73 m²
  age              REAL,               -- years
  sex              TEXT,               -- female, male
  weight           REAL,               -- kg
  flares           INTEGER,            -- kidney flares, this one included
  failed_courses   INTEGER,
  prior_lines      INTEGER,            -- different immunosuppressants received until then
  extrarenal       TEXT,               -- none, mild, moderate_severe
  pregnancy        TEXT,               -- none, wish (now or within two years), pregnant
  activity_index   INTEGER,            -- NIH, 0 to 24
  chronicity_index INTEGER,            -- NIH, 0 to 12
  centre           TEXT,               -- of the requester
  patient_view     INTEGER,            -- 1 where the file said what the patient wishes or refuses
  regimen          TEXT,               -- immunosuppressants given as the decision stands, their codes joined by +; '' for none
  started          TEXT,               -- those of them that the decision starts
  steroid_start    REAL,               -- oral glucocorticoid, mg/d of prednisone equivalent; a dose without a rhythm is daily
  steroid_start_kg REAL,               -- the same, mg/kg/d
  pulse            INTEGER,            -- 1 where intravenous methylprednisolone is ordered
  steroid_m6       REAL,               -- planned at month 6, mg/d of prednisone
  hcq_kg           REAL,               -- hydroxychloroquine, mg/kg/d
  raas             INTEGER,            -- 1 where a RAAS blocker is given
  sglt2            INTEGER,            -- 1 where an SGLT2 inhibitor is given
  rebiopsy         INTEGER             -- 1 where a biopsy is asked for
) STRICT;
-- Precedents are read from it alone, from the nearest UPCR of a class outwards.
CREATE INDEX decision_profile_near ON decision_profile
  (class_group, upcr, egfr, flares, prior_lines, failed_courses, extrarenal, pregnancy);

CREATE TABLE decision_use (
  -- Under which title a decision uses a drug, where its label is known or the room said it.
  event_seq INTEGER NOT NULL REFERENCES decision (event_seq),
  position  INTEGER NOT NULL,
  drug      TEXT NOT NULL,
  title     TEXT NOT NULL,             -- in-label, off-label, early-access, trial
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_look (
  -- What came of a decision at one look back, in figures: one row per act `followed`.
  event_seq  INTEGER PRIMARY KEY REFERENCES decision_act (event_seq),
  id         TEXT NOT NULL,            -- the version it was said of
  set_id     TEXT NOT NULL,            -- common to all versions
  case_id    TEXT NOT NULL,
  day        TEXT NOT NULL,            -- YYYY-MM-DD
  months     INTEGER NOT NULL,         -- after the decision
  fulfilment TEXT NOT NULL,            -- complete, partial, none, unknown
  reason     TEXT,                     -- why not, or not wholly
  outcome    TEXT,                     -- of the kidney
  upcr       REAL,                     -- g/g
  egfr       REAL,                     -- mL/min/1.73 m²
  sledai     INTEGER,                  -- SLEDAI-2K
  steroid    REAL                      -- prednisone, mg/d
) STRICT;
CREATE INDEX decision_look_set ON decision_look (set_id, months);

CREATE TABLE saved_query (
  -- A line of the filter language, by name. Not of the journal.
  name     TEXT PRIMARY KEY,
  query    TEXT NOT NULL,
  saved_at TEXT NOT NULL,              -- UTC
  actor    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a search begins with where few decisions meet it, and the orders of a list.
CREATE INDEX decision_line_drug ON decision_line (drug) WHERE drug IS NOT NULL;
CREATE INDEX decision_departure_reason ON decision_departure (reason);
CREATE INDEX decision_outcome ON decision (outcome) WHERE is_current = 1;
CREATE INDEX decision_class ON decision (class) WHERE is_current = 1;
CREATE INDEX decision_day ON decision (ifnull(meeting, substr(locked_at, 1, 10))) WHERE is_current = 1;
CREATE INDEX decision_profile_upcr ON decision_profile (upcr);
CREATE INDEX decision_profile_egfr ON decision_profile (egfr);
CREATE INDEX decision_profile_regimen ON decision_profile (regimen);

CREATE VIEW profiles AS
  -- The decisions in force, in figures. `held_on` is the day of the meeting that decided, where one was open.
  SELECT d.id AS decision_id, d.case_id, d.alias, d.meeting, r.held_on, d.locked_at, d.outcome, d.class, p.class_group,
         p.upcr, p.egfr, p.age, p.sex, p.weight, p.flares, p.failed_courses, p.prior_lines, p.extrarenal, p.pregnancy,
         p.activity_index, p.chronicity_index, p.centre, p.patient_view, p.regimen, p.started, p.steroid_start,
         p.steroid_start_kg, p.pulse, p.steroid_m6, p.hcq_kg, p.raas, p.sglt2, p.rebiopsy
  FROM decision AS d JOIN decision_profile AS p ON p.event_seq = d.event_seq
  LEFT JOIN decision_room AS r ON r.event_seq = d.event_seq WHERE d.is_current = 1;

CREATE VIEW looks AS
  -- What came of the decisions in force, one row a look back, in figures.
  SELECT d.id AS decision_id, d.case_id, d.alias, l.day, l.months, l.fulfilment, l.reason, l.outcome, l.upcr, l.egfr,
         l.sledai, l.steroid
  FROM decision_look AS l JOIN decision AS d ON d.set_id = l.set_id AND d.is_current = 1;

CREATE VIEW uses AS
  SELECT d.id AS decision_id, d.case_id, d.alias, u.position, u.drug, u.title
  FROM decision AS d JOIN decision_use AS u ON u.event_seq = d.event_seq WHERE d.is_current = 1;
