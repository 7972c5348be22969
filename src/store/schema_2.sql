-- The ledger, version 2: what a room supposed is kept apart from what it decided.
-- Read from the views: hypotheses, hypothesis_facts, hypothesis_cells. The journal has one more kind: hypothesis-recorded.

CREATE TABLE hypothesis (
  -- A what-if that the room asked to be kept. Not a decision.
  event_seq   INTEGER PRIMARY KEY REFERENCES event (seq),
  case_id     TEXT NOT NULL,
  alias       TEXT NOT NULL,
  meeting     TEXT,                    -- day of the meeting, YYYY-MM-DD
  day         TEXT NOT NULL,           -- the day everything was computed for
  question    TEXT NOT NULL,
  class       TEXT NOT NULL,           -- the true one, as shown to the room
  case_sha256 TEXT NOT NULL,           -- of the case file
  language    TEXT NOT NULL,           -- of the screen: fr, en
  remark      TEXT NOT NULL,           -- why it was kept
  at          TEXT NOT NULL,           -- UTC
  actor       TEXT NOT NULL
) STRICT;
CREATE INDEX hypothesis_alias ON hypothesis (alias, event_seq);
CREATE INDEX hypothesis_case ON hypothesis (case_id, event_seq);

CREATE TABLE hypothesis_fact (
  event_seq INTEGER NOT NULL REFERENCES hypothesis (event_seq),
  position  INTEGER NOT NULL,
  fact      TEXT NOT NULL,             -- class, proteinuria, egfr…
  truth     TEXT NOT NULL,             -- what the case says
  supposed  TEXT NOT NULL,             -- what was supposed
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE hypothesis_cell (
  event_seq INTEGER NOT NULL REFERENCES hypothesis (event_seq),
  position  INTEGER NOT NULL,
  topic     TEXT NOT NULL,             -- initial_therapy, gc_start…
  guideline TEXT NOT NULL,             -- e.g. acr-2024
  before    TEXT NOT NULL,             -- the verdict: recommended, avoid, needs_data…
  after     TEXT NOT NULL,             -- the verdict it would be
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;

CREATE VIEW hypotheses AS
  -- What was supposed, and how many cells would say something else. Never a decision.
  SELECT h.case_id, h.alias, h.meeting, h.day, h.question, h.remark,
         (SELECT count(*) FROM hypothesis_cell AS c WHERE c.event_seq = h.event_seq) AS changed_cells,
         h.at, h.actor, h.event_seq
  FROM hypothesis AS h;

CREATE VIEW hypothesis_facts AS
  SELECT h.case_id, h.alias, h.day, f.position, f.fact, f.truth, f.supposed, h.event_seq
  FROM hypothesis AS h JOIN hypothesis_fact AS f ON f.event_seq = h.event_seq;

CREATE VIEW hypothesis_cells AS
  SELECT h.case_id, h.alias, h.day, c.position, c.topic, c.guideline, c.before, c.after, h.event_seq
  FROM hypothesis AS h JOIN hypothesis_cell AS c ON c.event_seq = h.event_seq;
