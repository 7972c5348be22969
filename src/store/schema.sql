-- The ledger, version 1. Written by `regards`; made to be read by anyone with SQL.
-- Read from the views: decisions, decision_history, decision_lines, concordance, postponements.
-- Do not write here: a row changed by hand breaks the chain, and `regards verify` says where.

CREATE TABLE event (
  -- The journal: one row per act, in order, never changed. Everything else but drafts is made from it.
  seq       INTEGER PRIMARY KEY,     -- 1, 2, 3… without a gap
  id        TEXT NOT NULL UNIQUE,    -- UUID version 7
  at        TEXT NOT NULL,           -- when, UTC, 2026-02-20T14:03:22.123Z
  actor     TEXT NOT NULL,           -- who
  case_id   TEXT,                    -- the case it is about, e.g. LN-2026-006; none for a whole agenda
  kind      TEXT NOT NULL,           -- decision-locked, decision-amended, passage-postponed, agenda-ordered
  payload   TEXT NOT NULL CHECK (json_valid(payload)),  -- what was recorded, whole
  prev_hash TEXT NOT NULL,           -- hash of the row before; 64 zeros for the first
  hash      TEXT NOT NULL UNIQUE     -- SHA-256 in hexadecimal over all the columns above
) STRICT;
CREATE INDEX event_case ON event (case_id, seq);

CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only: record an amendment instead');
END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only: record an amendment instead');
END;
-- INSERT OR REPLACE deletes without firing the trigger above, hence the check of what it could replace.
CREATE TRIGGER event_at_the_end BEFORE INSERT ON event
WHEN NEW.seq IS NOT ifnull((SELECT max(seq) FROM event), 0) + 1
  OR NEW.prev_hash IS NOT
     ifnull((SELECT hash FROM event ORDER BY seq DESC LIMIT 1),
            '0000000000000000000000000000000000000000000000000000000000000000')
  OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM event WHERE hash = NEW.hash)
BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only: an event goes at the end of the chain');
END;

CREATE TABLE decision (
  -- One row per version of a decision.
  event_seq    INTEGER PRIMARY KEY REFERENCES event (seq),
  id           TEXT NOT NULL UNIQUE,   -- this version
  set_id       TEXT NOT NULL,          -- common to all versions: the id of version 1
  version      INTEGER NOT NULL CHECK (version >= 1),
  supersedes   TEXT UNIQUE REFERENCES decision (id),  -- the version before
  amend_reason TEXT,                   -- why the version before was amended
  is_current   INTEGER NOT NULL CHECK (is_current IN (0, 1)),
  case_id      TEXT NOT NULL,
  alias        TEXT NOT NULL,          -- the patient's pseudonym
  meeting      TEXT,                   -- day of the meeting, YYYY-MM-DD
  question     TEXT NOT NULL,
  class        TEXT NOT NULL,          -- as shown to the room
  upcr         TEXT,                   -- as shown to the room, with its unit
  egfr         TEXT,                   -- as shown to the room, with its unit
  outcome      TEXT NOT NULL,          -- decided, decided-conditional, continue-unchanged, de-escalate…
  rationale    TEXT NOT NULL,
  next_date    TEXT,                   -- when the case is looked at again
  language     TEXT NOT NULL,          -- of the screen: fr, en
  locked_at    TEXT NOT NULL,          -- UTC
  actor        TEXT NOT NULL,
  CHECK ((version = 1) = (supersedes IS NULL)),
  CHECK ((version = 1) = (amend_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX decision_current ON decision (case_id, ifnull(meeting, '')) WHERE is_current = 1;
CREATE UNIQUE INDEX decision_version ON decision (set_id, version);
CREATE INDEX decision_alias ON decision (alias, event_seq);

CREATE TABLE agenda (
  -- The order in which the cases of a meeting are taken, as last recorded.
  event_seq INTEGER NOT NULL REFERENCES event (seq),
  position  INTEGER NOT NULL,          -- 1, 2, 3…
  meeting   TEXT NOT NULL,             -- day of the meeting, or empty
  case_id   TEXT NOT NULL,
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX agenda_meeting ON agenda (meeting, position);

CREATE TABLE decision_line (
  event_seq INTEGER NOT NULL REFERENCES decision (event_seq),
  position  INTEGER NOT NULL,          -- 1, 2, 3… as read to the room
  kind      TEXT NOT NULL,             -- start, stop, increase, decrease, taper, continue, hold, switch, add, other
  drug      TEXT,                      -- where the program knows it
  words     TEXT NOT NULL,             -- dose, route, schedule, or the whole line
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_concordance (
  event_seq  INTEGER NOT NULL REFERENCES decision (event_seq),
  position   INTEGER NOT NULL,
  guideline  TEXT NOT NULL,            -- e.g. acr-2024
  edition    TEXT NOT NULL,
  reading    TEXT NOT NULL,            -- concordant, partly, deviates, silent, not-applicable, cannot-say
  statements TEXT NOT NULL CHECK (json_valid(statements)),  -- a JSON list
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_departure (
  event_seq INTEGER NOT NULL REFERENCES decision (event_seq),
  position  INTEGER NOT NULL,
  guideline TEXT NOT NULL,
  reason    TEXT NOT NULL,             -- patient-choice, contraindication, prior-failure…
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE postponement (
  -- A case that left a meeting's agenda undiscussed, and why.
  event_seq INTEGER PRIMARY KEY REFERENCES event (seq),
  case_id   TEXT NOT NULL,
  alias     TEXT NOT NULL,
  meeting   TEXT,
  reason    TEXT NOT NULL,
  at        TEXT NOT NULL,
  actor     TEXT NOT NULL
) STRICT;
CREATE INDEX postponement_alias ON postponement (alias, event_seq);

-- Full text of the current versions; the row's number is decision.event_seq. œ and æ are written oe and ae.
-- The index on the first one, two and three letters is what makes search as you type fast.
CREATE VIRTUAL TABLE decision_text USING fts5 (
  question, rationale, lines, drugs, case_id, alias,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

CREATE TABLE draft (
  -- What is being typed, not yet decided. A body of NULL marks a draft that was put away: its revision
  -- stays, so that a terminal which still shows the old text cannot take a new one for its own.
  case_id    TEXT PRIMARY KEY,
  body       TEXT,
  revision   INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  author     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW decisions AS
  -- The decisions in force: the current version of each.
  SELECT id, version, case_id, alias, meeting, question, class, upcr, egfr, outcome, rationale, next_date,
         locked_at, actor, set_id, event_seq
  FROM decision WHERE is_current = 1;

CREATE VIEW decision_history AS
  -- Every version of every decision; what it replaced and why.
  SELECT set_id, version, id, is_current, supersedes, amend_reason, case_id, alias, meeting, question, class,
         upcr, egfr, outcome, rationale, next_date, locked_at, actor, event_seq
  FROM decision;

CREATE VIEW decision_lines AS
  -- Lines of treatment and action of the decisions in force, one row each.
  SELECT d.id AS decision_id, d.case_id, d.alias, d.meeting, d.outcome,
         l.position, l.kind, l.drug, l.words
  FROM decision AS d JOIN decision_line AS l ON l.event_seq = d.event_seq
  WHERE d.is_current = 1;

CREATE VIEW concordance AS
  -- How each decision in force reads against each guideline, with the reasons given for departing from it.
  SELECT d.id AS decision_id, d.case_id, d.alias, d.meeting, d.class,
         c.guideline, c.edition, c.reading, c.statements,
         (SELECT group_concat(p.reason, ', ') FROM decision_departure AS p
          WHERE p.event_seq = d.event_seq AND p.guideline = c.guideline) AS departure_reasons
  FROM decision AS d JOIN decision_concordance AS c ON c.event_seq = d.event_seq
  WHERE d.is_current = 1;

CREATE VIEW postponements AS
  -- Cases put off, with the reason.
  SELECT case_id, alias, meeting, reason, at, actor, event_seq FROM postponement;
