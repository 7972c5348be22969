-- head 498597af975df2da749b15fa4863920b691cab4a673301e291b2630e2aa07f84
-- A ledger of format 4: its definitions, its journal, its tables.
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
-- The ledger, version 3: the life of a meeting, who was there, how the room decided, what came of it, who looked.
-- Read from the views: meetings, attendance, passages, quorums, positions, dissents, orders, branches, targets, actions,
-- sign_offs, patients_told, follow_ups.
-- The journal has three more kinds: meeting-act, decision-act, access-purged.

CREATE TABLE meeting_act (
  -- One row per act of the life of a meeting: opened, joined, left, declared, recused, returned, added, turned, budgeted,
  -- started, paused, ended, break-began, break-ended, carried-over, closed.
  event_seq INTEGER PRIMARY KEY REFERENCES event (seq),
  meeting   TEXT NOT NULL,             -- day of the meeting, YYYY-MM-DD
  act       TEXT NOT NULL,
  case_id   TEXT,                      -- the case it is about
  person    TEXT,                      -- the name on the attendance sheet
  detail    TEXT NOT NULL CHECK (json_valid(detail)),  -- all that was said
  at        TEXT NOT NULL,             -- UTC
  actor     TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_act_meeting ON meeting_act (meeting, event_seq);
CREATE INDEX meeting_act_person ON meeting_act (person, event_seq) WHERE person IS NOT NULL;
CREATE INDEX meeting_act_case ON meeting_act (case_id, event_seq) WHERE case_id IS NOT NULL;
CREATE INDEX meeting_act_opened ON meeting_act (meeting) WHERE act = 'opened';

CREATE TABLE decision_room (
  -- The room at the moment a version was locked; no row where no meeting was open.
  event_seq   INTEGER PRIMARY KEY REFERENCES decision (event_seq),
  held_on     TEXT NOT NULL,           -- day of the meeting that decided
  charter     TEXT NOT NULL,           -- edition of its charter
  quorum      TEXT NOT NULL,           -- ORG-126 reached, ORG-133 not reached, GEN-010 unknown
  specialties TEXT NOT NULL CHECK (json_valid(specialties)),  -- who was there and took part
  lacking     TEXT NOT NULL CHECK (json_valid(lacking)),      -- what the rule asked for besides, a list of lists
  mode        TEXT NOT NULL,           -- discuss, record
  rule        TEXT,                    -- the named rule of a case that was only recorded
  position    INTEGER,                 -- 1, 2, 3… in the order in which cases were begun
  seconds     INTEGER,                 -- how long its clock had run
  budget      INTEGER,                 -- how long it might, in seconds
  missing     TEXT NOT NULL CHECK (json_valid(missing)),      -- what guidelines asked for and the file did not say
  short_by    INTEGER NOT NULL         -- how many specialties were lacking
) STRICT;

CREATE TABLE decision_deliberation (
  -- How a version was reached.
  event_seq        INTEGER PRIMARY KEY REFERENCES decision (event_seq),
  agreement        TEXT,               -- unanimous, consensus, majority, chair-decides, none
  confidence       TEXT,               -- high, moderate, low
  patient_question TEXT,
  teller           TEXT,               -- who tells the patient
  tell_by          TEXT                -- YYYY-MM-DD
) STRICT;

CREATE TABLE decision_position (
  event_seq INTEGER NOT NULL REFERENCES decision (event_seq),
  position  INTEGER NOT NULL,
  specialty TEXT NOT NULL,
  person    TEXT,                      -- where they wished to be named
  before    TEXT,                      -- of the talk: agrees, unsure, disagrees, abstains
  after     TEXT,
  words     TEXT NOT NULL,             -- a reservation; may be empty
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_dissent (
  event_seq INTEGER NOT NULL REFERENCES decision (event_seq),
  position  INTEGER NOT NULL,
  specialty TEXT NOT NULL,
  person    TEXT,                      -- where they wished to be named
  words     TEXT NOT NULL,
  minuted   INTEGER NOT NULL CHECK (minuted IN (0, 1)),  -- whether the minutes print it
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_order (
  -- What a line orders, beside its words: only where something of it was understood.
  event_seq   INTEGER NOT NULL REFERENCES decision (event_seq),
  position    INTEGER NOT NULL,        -- that of decision_line
  intention   TEXT NOT NULL,           -- first, alternative
  branch      TEXT,                    -- the branch it hangs on, e.g. B1
  amount      TEXT,                    -- of the dose, as written; the lower end of a range
  most        TEXT,                    -- the upper end
  unit        TEXT,                    -- mg, g, mg/kg…
  per         TEXT,                    -- d, week…
  route       TEXT,
  detail      TEXT NOT NULL CHECK (json_valid(detail)),  -- rhythm, steps of a taper, duration, words not understood
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_branch (
  -- A part of a decision that holds only if something happens.
  event_seq INTEGER NOT NULL REFERENCES decision (event_seq),
  position  INTEGER NOT NULL,
  id        TEXT NOT NULL,             -- B1, B2…
  condition TEXT NOT NULL,             -- as said
  measure   TEXT,                      -- upcr, egfr, flare… where it was understood
  trigger   TEXT NOT NULL CHECK (json_valid(trigger)),  -- as understood
  due       TEXT,                      -- when it is looked at, YYYY-MM-DD
  then_do   TEXT NOT NULL,             -- re-present, line, or the words
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_target (
  event_seq  INTEGER NOT NULL REFERENCES decision (event_seq),
  position   INTEGER NOT NULL,
  what       TEXT NOT NULL,            -- a measure, a drug, or the words
  comparison TEXT,                     -- <, <=, >, >=
  amount     TEXT,                     -- as written
  unit       TEXT,
  due        TEXT,                     -- YYYY-MM-DD
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_action (
  event_seq INTEGER NOT NULL REFERENCES decision (event_seq),
  position  INTEGER NOT NULL,          -- what `action-ended` names
  kind      TEXT NOT NULL,             -- labs, biopsy, opinion, vaccine, tell, imaging, visit, other
  what      TEXT NOT NULL,             -- as said
  owner     TEXT,
  due       TEXT,                      -- YYYY-MM-DD
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_act (
  -- One row per act after a decision: signed, told, followed, action-ended, branch-settled, closed.
  event_seq INTEGER PRIMARY KEY REFERENCES event (seq),
  id        TEXT NOT NULL REFERENCES decision (id),  -- the version it was said of
  set_id    TEXT NOT NULL,             -- common to all versions
  case_id   TEXT NOT NULL,
  act       TEXT NOT NULL,
  day       TEXT,                      -- the day it is about, YYYY-MM-DD
  detail    TEXT NOT NULL CHECK (json_valid(detail)),
  at        TEXT NOT NULL,             -- UTC
  actor     TEXT NOT NULL
) STRICT;
CREATE INDEX decision_act_set ON decision_act (set_id, event_seq);

CREATE TABLE decision_open (
  -- The decisions in force whose records are not closed: what is due is looked for among them.
  event_seq INTEGER PRIMARY KEY REFERENCES decision (event_seq),
  set_id    TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO decision_open SELECT event_seq, set_id FROM decision WHERE is_current = 1;

CREATE TABLE decision_return (
  -- The day the case comes back to the meeting, where the lines say one.
  event_seq INTEGER PRIMARY KEY REFERENCES decision (event_seq),
  day       TEXT NOT NULL              -- YYYY-MM-DD
) STRICT;

CREATE TABLE access (
  -- Who looked at what. Not of the journal: it has its own retention and is purged, which the journal records.
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  at     TEXT NOT NULL,                -- UTC
  actor  TEXT NOT NULL,
  action TEXT NOT NULL,                -- opened-case, opened-decision, searched, listed, exported, identity-shown
  target TEXT NOT NULL                 -- a case, a decision, words that were searched
) STRICT;
CREATE INDEX access_at ON access (at);

CREATE TABLE shown (
  -- What the chair's screen shows, for those who follow it. Not of the journal: only the last is kept.
  place TEXT PRIMARY KEY,              -- 'room'
  body  TEXT NOT NULL CHECK (json_valid(body)),
  at    TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW meetings AS
  -- One row a meeting: how it was last opened, when it was first opened and last closed.
  SELECT o.meeting, json_extract(o.detail, '$.title') AS title, json_extract(o.detail, '$.reach') AS reach,
         json_extract(o.detail, '$.gathering') AS gathering, json_extract(o.detail, '$.place') AS place,
         json_extract(o.detail, '$.chair') AS chair, json_extract(o.detail, '$.secretary') AS secretary,
         json_extract(o.detail, '$.charter.version') AS charter,
         (SELECT min(at) FROM meeting_act AS f WHERE f.meeting = o.meeting AND f.act = 'opened') AS opened_at,
         (SELECT max(at) FROM meeting_act AS c WHERE c.meeting = o.meeting AND c.act = 'closed'
            AND c.event_seq > o.event_seq) AS closed_at,
         (SELECT count(*) FROM decision AS d JOIN decision_room AS r ON r.event_seq = d.event_seq
          WHERE r.held_on = o.meeting AND d.is_current = 1) AS decisions
  FROM meeting_act AS o
  WHERE o.act = 'opened' AND o.event_seq =
        (SELECT max(event_seq) FROM meeting_act AS l WHERE l.meeting = o.meeting AND l.act = 'opened');

CREATE VIEW attendance AS
  -- Everybody on the sheet of a meeting, as last said of them.
  SELECT a.meeting, a.person, json_extract(a.detail, '$.person.specialty') AS specialty,
         json_extract(a.detail, '$.person.role') AS role, json_extract(a.detail, '$.person.centre') AS centre,
         json_extract(a.detail, '$.presence') AS presence,
         (SELECT min(at) FROM meeting_act AS f WHERE f.meeting = a.meeting AND f.person = a.person
            AND f.act = 'joined') AS joined_at,
         (SELECT max(at) FROM meeting_act AS l WHERE l.meeting = a.meeting AND l.person = a.person
            AND l.act = 'left' AND l.event_seq > a.event_seq) AS left_at,
         (SELECT count(*) FROM meeting_act AS r WHERE r.meeting = a.meeting AND r.person = a.person
            AND r.act = 'recused') AS recusals
  FROM meeting_act AS a
  WHERE a.act = 'joined' AND a.event_seq =
        (SELECT max(event_seq) FROM meeting_act AS l
         WHERE l.meeting = a.meeting AND l.person = a.person AND l.act = 'joined');

CREATE VIEW passages AS
  -- Each case of each meeting: when it was begun and done with, why it was late or carried over.
  SELECT meeting, case_id,
         min(CASE WHEN act = 'started' THEN at END) AS started_at,
         max(CASE WHEN act = 'ended' THEN at END) AS ended_at,
         max(CASE WHEN act = 'added' THEN json_extract(detail, '$.reason') END) AS late_reason,
         max(CASE WHEN act = 'carried-over' THEN json_extract(detail, '$.reason') END) AS carried_reason
  FROM meeting_act WHERE case_id IS NOT NULL GROUP BY meeting, case_id;

CREATE VIEW quorums AS
  -- The room of each decision in force.
  SELECT d.id AS decision_id, d.case_id, d.alias, r.held_on, r.charter, r.quorum, r.specialties, r.lacking, r.mode,
         r.rule, r.position, r.seconds, r.budget, r.missing
  FROM decision AS d JOIN decision_room AS r ON r.event_seq = d.event_seq WHERE d.is_current = 1;

CREATE VIEW positions AS
  SELECT d.id AS decision_id, d.case_id, p.position, p.specialty, p.person, p.before, p.after, p.words
  FROM decision AS d JOIN decision_position AS p ON p.event_seq = d.event_seq WHERE d.is_current = 1;

CREATE VIEW dissents AS
  SELECT d.id AS decision_id, d.case_id, s.position, s.specialty, s.person, s.words, s.minuted
  FROM decision AS d JOIN decision_dissent AS s ON s.event_seq = d.event_seq WHERE d.is_current = 1;

CREATE VIEW branches AS
  SELECT d.id AS decision_id, d.case_id, d.alias, b.position, b.id AS branch, b.condition, b.measure, b.due, b.then_do
  FROM decision AS d JOIN decision_branch AS b ON b.event_seq = d.event_seq WHERE d.is_current = 1;

CREATE VIEW targets AS
  SELECT d.id AS decision_id, d.case_id, d.alias, t.position, t.what, t.comparison, t.amount, t.unit, t.due
  FROM decision AS d JOIN decision_target AS t ON t.event_seq = d.event_seq WHERE d.is_current = 1;

CREATE VIEW actions AS
  -- What was to be done, and how it ended where it did.
  SELECT d.id AS decision_id, d.case_id, d.alias, a.position, a.kind, a.what, a.owner, a.due,
         (SELECT json_extract(e.detail, '$.end') FROM decision_act AS e JOIN decision AS v ON v.id = e.id
          JOIN decision_action AS o ON o.event_seq = v.event_seq AND o.position = json_extract(e.detail, '$.action')
          WHERE e.set_id = d.set_id AND e.act = 'action-ended' AND o.what = a.what AND o.due IS a.due
          ORDER BY e.event_seq DESC LIMIT 1) AS ended
  FROM decision AS d JOIN decision_action AS a ON a.event_seq = d.event_seq WHERE d.is_current = 1;

CREATE VIEW orders AS
  -- What the lines of the decisions in force order, beside their words.
  SELECT d.id AS decision_id, d.case_id, l.position, l.kind, l.drug, l.words, o.intention, o.branch, o.amount, o.most,
         o.unit, o.per, o.route, o.detail
  FROM decision AS d JOIN decision_line AS l ON l.event_seq = d.event_seq
  JOIN decision_order AS o ON o.event_seq = l.event_seq AND o.position = l.position WHERE d.is_current = 1;

CREATE VIEW sign_offs AS
  SELECT id AS decision_id, set_id, case_id, json_extract(detail, '$.by') AS by, at, actor
  FROM decision_act WHERE act = 'signed';

CREATE VIEW patients_told AS
  SELECT id AS decision_id, set_id, case_id, day, json_extract(detail, '$.by') AS by,
         json_extract(detail, '$.answer') AS answer, json_extract(detail, '$.words') AS words, at, actor
  FROM decision_act WHERE act = 'told';

CREATE VIEW follow_ups AS
  -- What came of each decision, one row a look back.
  SELECT id AS decision_id, set_id, case_id, day, json_extract(detail, '$.months') AS months,
         json_extract(detail, '$.fulfilment') AS fulfilment, json_extract(detail, '$.reason') AS reason,
         json_extract(detail, '$.outcome') AS outcome, json_extract(detail, '$.upcr') AS upcr,
         json_extract(detail, '$.egfr') AS egfr, json_extract(detail, '$.sledai') AS sledai,
         json_extract(detail, '$.steroid') AS steroid, json_extract(detail, '$.words') AS words, at, actor
  FROM decision_act WHERE act = 'followed';
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

-- Statistics. One view a figure, `stat_` and the figure's code, all of the same six columns:
--   event_seq  what the row is about, in the journal: a decision in force, a postponement; NULL where it is a meeting
--   case_id    its case
--   day        of the meeting; of the locking where the meeting has no day: what a period is cut by
--   part       what the figure is broken down by; NULL where it is not
--   answer     the category; NULL where it was not recorded
--   amount     the number; NULL where it was not recorded
-- A share is counted over the rows of its part, those without an answer included. `regards stats --list` says the rest.

CREATE INDEX decision_counted ON decision (event_seq, set_id, id, version, case_id, alias, meeting, locked_at, outcome)
  WHERE is_current = 1;

CREATE VIEW stat_base AS
  -- The decisions in force, with the day they are counted on.
  SELECT event_seq, set_id, id, version, case_id, alias, meeting, ifnull(meeting, substr(locked_at, 1, 10)) AS day,
         locked_at, outcome
  FROM decision WHERE is_current = 1;

CREATE VIEW stat_last_look AS
  -- The last look back at each decision.
  SELECT l.* FROM decision_look AS l WHERE l.event_seq =
    (SELECT o.event_seq FROM decision_look AS o WHERE o.set_id = l.set_id ORDER BY o.day DESC, o.event_seq DESC LIMIT 1);

-- 5.1 Activity

CREATE VIEW stat_sessions AS
  -- One row a meeting that was opened: the decisions in force that were taken there.
  SELECT NULL AS event_seq, NULL AS case_id, o.meeting AS day, NULL AS part, NULL AS answer, ifnull(h.n, 0) * 1.0 AS amount
  FROM (SELECT DISTINCT meeting FROM meeting_act WHERE act = 'opened') AS o
  LEFT JOIN (SELECT r.held_on, count(*) AS n FROM stat_base AS d JOIN decision_room AS r ON r.event_seq = d.event_seq
             GROUP BY r.held_on) AS h ON h.held_on = o.meeting;

CREATE VIEW stat_activity AS
  SELECT event_seq, case_id, day, NULL AS part, NULL AS answer, 1.0 AS amount FROM stat_base;

CREATE VIEW stat_passages AS
  -- Decisions in force and cases put off.
  SELECT event_seq, case_id, day, NULL AS part, 'decided' AS answer, NULL AS amount FROM stat_base
  UNION ALL
  SELECT event_seq, case_id, ifnull(meeting, substr(at, 1, 10)), NULL, 'postponed', NULL FROM postponement;

CREATE VIEW stat_presentation AS
  -- again: the same case was decided at an earlier meeting.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         CASE WHEN d.meeting IS NULL THEN NULL
              WHEN EXISTS (SELECT 1 FROM decision AS e WHERE e.is_current = 1 AND e.case_id = d.case_id
                             AND ifnull(e.meeting, '') < d.meeting AND e.meeting IS NOT NULL) THEN 'again'
              ELSE 'first' END AS answer, NULL AS amount
  FROM stat_base AS d;

CREATE VIEW stat_mode AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, r.mode AS answer, NULL AS amount
  FROM stat_base AS d LEFT JOIN decision_room AS r ON r.event_seq = d.event_seq;

CREATE VIEW stat_outcome AS
  SELECT event_seq, case_id, day, NULL AS part, outcome AS answer, NULL AS amount FROM stat_base;

CREATE VIEW stat_centre AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, p.centre AS answer, NULL AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

-- 5.2 Validity

CREATE VIEW stat_trace AS
  -- yes: a day of meeting and a proposal, which is a line or to go on unchanged.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         CASE WHEN d.meeting IS NOT NULL AND (d.outcome = 'continue-unchanged'
                OR EXISTS (SELECT 1 FROM decision_line AS l WHERE l.event_seq = d.event_seq)) THEN 'yes'
              ELSE 'no' END AS answer, NULL AS amount
  FROM stat_base AS d;

CREATE VIEW stat_three_specialties AS
  -- yes: such a trace, with three specialties or more there and taking part; NULL where no meeting was open.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         CASE WHEN r.event_seq IS NULL THEN NULL
              WHEN t.answer = 'yes' AND json_array_length(r.specialties) >= 3 THEN 'yes' ELSE 'no' END AS answer, NULL AS amount
  FROM stat_base AS d JOIN stat_trace AS t ON t.event_seq = d.event_seq
  LEFT JOIN decision_room AS r ON r.event_seq = d.event_seq;

CREATE VIEW stat_quorum AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, r.quorum AS answer, NULL AS amount
  FROM stat_base AS d LEFT JOIN decision_room AS r ON r.event_seq = d.event_seq;

CREATE VIEW stat_session_quorum AS
  -- One row a meeting with decisions: yes where all of them had the quorum, no where one had it not; NULL where it is unknown.
  SELECT NULL AS event_seq, NULL AS case_id, r.held_on AS day, NULL AS part,
         CASE WHEN sum(r.quorum = 'ORG-133') > 0 THEN 'no' WHEN sum(r.quorum <> 'ORG-126') > 0 THEN NULL ELSE 'yes' END AS answer,
         NULL AS amount
  FROM stat_base AS d JOIN decision_room AS r ON r.event_seq = d.event_seq GROUP BY r.held_on;

CREATE VIEW stat_lacking AS
  -- One row a group of specialties of which one was lacking, joined by +; none where nothing was.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         CASE WHEN json_array_length(r.lacking) = 0 THEN 'none'
              ELSE (SELECT group_concat(s.value, '+') FROM json_each(g.value) AS s) END AS answer, NULL AS amount
  FROM stat_base AS d JOIN decision_room AS r ON r.event_seq = d.event_seq
  LEFT JOIN json_each(r.lacking) AS g;

CREATE VIEW stat_attendance AS
  -- One row a meeting and a specialty that was ever on a sheet: whether anybody of it was there.
  SELECT NULL AS event_seq, NULL AS case_id, m.meeting AS day, s.specialty AS part,
         CASE WHEN a.meeting IS NULL THEN 'absent' ELSE 'present' END AS answer, NULL AS amount
  FROM (SELECT DISTINCT meeting FROM meeting_act WHERE act = 'opened') AS m
  JOIN (SELECT DISTINCT json_extract(detail, '$.person.specialty') AS specialty FROM meeting_act WHERE act = 'joined') AS s
  LEFT JOIN (SELECT DISTINCT meeting, json_extract(detail, '$.person.specialty') AS specialty FROM meeting_act
             WHERE act = 'joined') AS a ON a.meeting = m.meeting AND a.specialty = s.specialty;

-- 5.3 Readiness

CREATE VIEW stat_complete AS
  -- yes: no guideline asked for anything that the file did not say, when the decision was locked.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         CASE json_array_length(r.missing) WHEN 0 THEN 'yes' ELSE iif(r.event_seq IS NULL, NULL, 'no') END AS answer, NULL AS amount
  FROM stat_base AS d LEFT JOIN decision_room AS r ON r.event_seq = d.event_seq;

CREATE VIEW stat_missing_items AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, NULL AS answer, json_array_length(r.missing) * 1.0 AS amount
  FROM stat_base AS d LEFT JOIN decision_room AS r ON r.event_seq = d.event_seq;

CREATE VIEW stat_missing AS
  -- One row an item that was missing; none where nothing was.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, ifnull(m.value, 'none') AS answer, NULL AS amount
  FROM stat_base AS d JOIN decision_room AS r ON r.event_seq = d.event_seq LEFT JOIN json_each(r.missing) AS m;

CREATE VIEW stat_deferral AS
  SELECT event_seq, case_id, day, NULL AS part, iif(outcome LIKE 'deferred-%', outcome, 'none') AS answer, NULL AS amount
  FROM stat_base;

-- 5.4 Quality of the meeting

CREATE VIEW stat_duration AS
  -- Seconds that the clock of the case ran.
  SELECT d.event_seq, d.case_id, d.day, r.mode AS part, NULL AS answer, r.seconds * 1.0 AS amount
  FROM stat_base AS d JOIN decision_room AS r ON r.event_seq = d.event_seq;

CREATE VIEW stat_within_budget AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         CASE WHEN r.seconds IS NULL OR r.budget IS NULL THEN NULL WHEN r.seconds <= r.budget THEN 'yes' ELSE 'no' END AS answer,
         NULL AS amount
  FROM stat_base AS d JOIN decision_room AS r ON r.event_seq = d.event_seq;

CREATE VIEW stat_queue AS
  -- Where each case stood: in the first half of those begun at its meeting, a middle one included, or in the second.
  SELECT d.event_seq, d.case_id, d.day, d.outcome, r.seconds, json_array_length(r.missing) AS missing,
         CASE WHEN r.position IS NULL THEN NULL
              WHEN 2 * r.position <= max(r.position) OVER (PARTITION BY r.held_on) + 1 THEN 'first' ELSE 'second' END AS half
  FROM stat_base AS d JOIN decision_room AS r ON r.event_seq = d.event_seq;

CREATE VIEW stat_half_duration AS
  SELECT event_seq, case_id, day, half AS part, NULL AS answer, seconds * 1.0 AS amount FROM stat_queue;

CREATE VIEW stat_half_missing AS
  SELECT event_seq, case_id, day, half AS part, NULL AS answer, missing * 1.0 AS amount FROM stat_queue;

CREATE VIEW stat_half_voices AS
  -- How many were asked where they stand.
  SELECT q.event_seq, q.case_id, q.day, q.half AS part, NULL AS answer,
         (SELECT nullif(count(*), 0) * 1.0 FROM decision_position AS p WHERE p.event_seq = q.event_seq) AS amount
  FROM stat_queue AS q;

CREATE VIEW stat_half_decision AS
  SELECT q.event_seq, q.case_id, q.day, q.half AS part, r.answer, NULL AS amount
  FROM stat_queue AS q JOIN stat_decision_reached AS r ON r.event_seq = q.event_seq;

CREATE VIEW stat_decision_reached AS
  -- yes: decided, with a condition or not, to go on unchanged, to reduce, or a trial; no: any other way out of the room.
  SELECT event_seq, case_id, day, NULL AS part,
         iif(outcome IN ('decided', 'decided-conditional', 'continue-unchanged', 'de-escalate', 'trial-proposed'), 'yes', 'no')
           AS answer, NULL AS amount
  FROM stat_base;

CREATE VIEW stat_patient_view AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, CASE p.patient_view WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS answer,
         NULL AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_breaks AS
  SELECT NULL AS event_seq, NULL AS case_id, o.meeting AS day, NULL AS part, NULL AS answer,
         (SELECT count(*) * 1.0 FROM meeting_act AS b WHERE b.meeting = o.meeting AND b.act = 'break-began') AS amount
  FROM (SELECT DISTINCT meeting FROM meeting_act WHERE act = 'opened') AS o;

-- 5.5 Agreement and reproducibility

CREATE VIEW stat_agreement AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, b.agreement AS answer, NULL AS amount
  FROM stat_base AS d LEFT JOIN decision_deliberation AS b ON b.event_seq = d.event_seq;

CREATE VIEW stat_dissent AS
  -- One row a dissent; none where there was none.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, ifnull(s.specialty, 'none') AS answer, NULL AS amount
  FROM stat_base AS d LEFT JOIN decision_dissent AS s ON s.event_seq = d.event_seq;

CREATE VIEW stat_kappa AS
  -- One row a voice, before the talk and after it.
  SELECT d.event_seq, d.case_id, d.day, 'before' AS part, p.before AS answer, NULL AS amount
  FROM stat_base AS d JOIN decision_position AS p ON p.event_seq = d.event_seq
  UNION ALL
  SELECT d.event_seq, d.case_id, d.day, 'after', p.after, NULL
  FROM stat_base AS d JOIN decision_position AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_moved AS
  -- Whether the position that more than half held before the talk is another after it.
  SELECT m.event_seq, m.case_id, m.day, NULL AS part,
         CASE WHEN m.before_n = 0 OR m.after_n = 0 THEN NULL
              WHEN m.before_most IS NULL OR m.after_most IS NULL THEN 'no-majority'
              WHEN m.before_most = m.after_most THEN 'same' ELSE 'moved' END AS answer, NULL AS amount
  FROM (SELECT d.event_seq, d.case_id, d.day, count(p.before) AS before_n, count(p.after) AS after_n,
               CASE WHEN 2 * sum(p.before = 'agrees') > count(p.before) THEN 'agrees'
                    WHEN 2 * sum(p.before = 'unsure') > count(p.before) THEN 'unsure'
                    WHEN 2 * sum(p.before = 'disagrees') > count(p.before) THEN 'disagrees'
                    WHEN 2 * sum(p.before = 'abstains') > count(p.before) THEN 'abstains' END AS before_most,
               CASE WHEN 2 * sum(p.after = 'agrees') > count(p.after) THEN 'agrees'
                    WHEN 2 * sum(p.after = 'unsure') > count(p.after) THEN 'unsure'
                    WHEN 2 * sum(p.after = 'disagrees') > count(p.after) THEN 'disagrees'
                    WHEN 2 * sum(p.after = 'abstains') > count(p.after) THEN 'abstains' END AS after_most
        FROM stat_base AS d JOIN decision_position AS p ON p.event_seq = d.event_seq GROUP BY d.event_seq) AS m;

CREATE VIEW stat_same_again AS
  -- Cases that came back with the question of the meeting before, word for word: whether the same immunosuppressants were given.
  SELECT n.event_seq, n.case_id, n.day, NULL AS part,
         CASE WHEN p.regimen IS NULL OR q.regimen IS NULL THEN NULL WHEN p.regimen = q.regimen THEN 'same' ELSE 'other' END
           AS answer, NULL AS amount
  FROM (SELECT d.event_seq, d.case_id, d.day,
               (SELECT e.event_seq FROM decision AS e WHERE e.is_current = 1 AND e.case_id = d.case_id
                  AND ifnull(e.meeting, '') < d.meeting AND e.meeting IS NOT NULL
                ORDER BY ifnull(e.meeting, '') DESC LIMIT 1) AS earlier
        FROM stat_base AS d) AS n
  JOIN decision AS a ON a.event_seq = n.event_seq JOIN decision AS b ON b.event_seq = n.earlier AND b.question = a.question
  LEFT JOIN decision_profile AS p ON p.event_seq = n.event_seq LEFT JOIN decision_profile AS q ON q.event_seq = n.earlier;

CREATE VIEW stat_spread AS
  -- Immunosuppressants within a profile: group of class, proteinuria below 1, from 1 to below 3, from 3 g/g on, eGFR below 60 or
  -- not. The bands are this program's own. Only decisions whose profile and treatment are known.
  SELECT d.event_seq, d.case_id, d.day,
         p.class_group || '/' || CASE WHEN p.upcr < 1 THEN 'u0' WHEN p.upcr < 3 THEN 'u1' ELSE 'u3' END || '/'
           || iif(p.egfr < 60, 'g0', 'g60') AS part,
         iif(p.regimen = '', 'none', p.regimen) AS answer, NULL AS amount
  FROM stat_base AS d JOIN decision_profile AS p ON p.event_seq = d.event_seq
  WHERE p.class_group IS NOT NULL AND p.upcr IS NOT NULL AND p.egfr IS NOT NULL AND p.regimen IS NOT NULL;

-- 5.6 Concordance with guidelines

CREATE VIEW stat_concordance AS
  SELECT d.event_seq, d.case_id, d.day, c.guideline AS part, c.reading AS answer, NULL AS amount
  FROM stat_base AS d JOIN decision_concordance AS c ON c.event_seq = d.event_seq;

CREATE VIEW stat_concordance_time AS
  -- The same, only where the guideline answers: concordant, partly, deviates.
  SELECT event_seq, case_id, day, part, iif(answer = 'concordant', 'yes', 'no') AS answer, NULL AS amount
  FROM stat_concordance WHERE answer IN ('concordant', 'partly', 'deviates');

CREATE VIEW stat_bodies AS
  -- Of the guidelines that answer: concordant with all, with some, with none; silent where none answers.
  SELECT b.event_seq, b.case_id, b.day, NULL AS part,
         CASE WHEN b.read = 0 THEN NULL WHEN b.answering = 0 THEN 'silent' WHEN b.concordant = b.answering THEN 'all'
              WHEN b.concordant > 0 THEN 'some' ELSE 'none' END AS answer, NULL AS amount
  FROM (SELECT d.event_seq, d.case_id, d.day, count(c.reading) AS read,
               ifnull(sum(c.reading IN ('concordant', 'partly', 'deviates')), 0) AS answering,
               ifnull(sum(c.reading = 'concordant'), 0) AS concordant
        FROM stat_base AS d LEFT JOIN decision_concordance AS c ON c.event_seq = d.event_seq GROUP BY d.event_seq) AS b;

CREATE VIEW stat_pairs AS
  -- Each pair of guidelines that were read: concordant with both, with the first or the second only, with neither; NULL where
  -- one of them does not answer.
  SELECT d.event_seq, d.case_id, d.day, a.guideline || ' ' || b.guideline AS part,
         CASE WHEN a.reading NOT IN ('concordant', 'partly', 'deviates')
                OR b.reading NOT IN ('concordant', 'partly', 'deviates') THEN NULL
              WHEN a.reading = 'concordant' AND b.reading = 'concordant' THEN 'both'
              WHEN a.reading = 'concordant' THEN 'first-only' WHEN b.reading = 'concordant' THEN 'second-only'
              ELSE 'neither' END AS answer, NULL AS amount
  FROM stat_base AS d JOIN decision_concordance AS a ON a.event_seq = d.event_seq
  JOIN decision_concordance AS b ON b.event_seq = d.event_seq AND b.guideline > a.guideline;

CREATE VIEW stat_departures AS
  -- One row a reason for departing from a guideline, of the decisions that depart from it.
  SELECT d.event_seq, d.case_id, d.day, c.guideline AS part, p.reason AS answer, NULL AS amount
  FROM stat_base AS d JOIN decision_concordance AS c ON c.event_seq = d.event_seq AND c.reading = 'deviates'
  LEFT JOIN decision_departure AS p ON p.event_seq = d.event_seq AND p.guideline = c.guideline;

CREATE VIEW stat_deviation_course AS
  -- What the last look back says of decisions that depart from a guideline, and of those that depart from none.
  SELECT d.event_seq, d.case_id, d.day,
         iif(EXISTS (SELECT 1 FROM decision_concordance AS c WHERE c.event_seq = d.event_seq AND c.reading = 'deviates'),
             'deviates', 'follows') AS part,
         l.outcome AS answer, NULL AS amount
  FROM stat_base AS d LEFT JOIN stat_last_look AS l ON l.set_id = d.set_id;

CREATE VIEW stat_uses AS
  -- One row a drug of a decision whose label is known, or of which the room said under which title it is used.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, u.title AS answer, NULL AS amount
  FROM stat_base AS d JOIN decision_use AS u ON u.event_seq = d.event_seq;

-- 5.7 What was decided

CREATE VIEW stat_regimen AS
  -- The immunosuppressants given, by group of class, where the case left with a proposal of treatment.
  SELECT d.event_seq, d.case_id, d.day, p.class_group AS part, iif(p.regimen = '', 'none', p.regimen) AS answer, NULL AS amount
  FROM stat_decided AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_decided AS
  -- The decisions in force that propose a treatment.
  SELECT d.* FROM stat_base AS d
  WHERE d.outcome IN ('decided', 'decided-conditional', 'continue-unchanged', 'de-escalate', 'trial-proposed');

CREATE VIEW stat_intensity AS
  -- How many immunosuppressants are given beside the glucocorticoid: 0, 1, 2, 3…
  SELECT event_seq, case_id, day, part,
         CASE answer WHEN 'none' THEN '0' ELSE CAST(1 + length(answer) - length(replace(answer, '+', '')) AS TEXT) END AS answer,
         NULL AS amount
  FROM stat_regimen;

CREATE VIEW stat_agents AS
  -- One row an immunosuppressant given; none where none is.
  SELECT r.event_seq, r.case_id, r.day, NULL AS part, a.value AS answer, NULL AS amount
  FROM stat_regimen AS r, json_each('["' || replace(r.answer, '+', '","') || '"]') AS a WHERE r.answer IS NOT NULL;

CREATE VIEW stat_pulse AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, CASE p.pulse WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS answer, NULL AS amount
  FROM stat_decided AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_steroid_start AS
  SELECT d.event_seq, d.case_id, d.day, p.class_group AS part, NULL AS answer, p.steroid_start_kg AS amount
  FROM stat_decided AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_steroid_m6 AS
  -- yes: prednisone planned at month 6 is 5 mg/d or less.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         CASE WHEN p.steroid_m6 IS NULL THEN NULL WHEN p.steroid_m6 <= 5 THEN 'yes' ELSE 'no' END AS answer, p.steroid_m6 AS amount
  FROM stat_decided AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_hcq AS
  -- yes: hydroxychloroquine at 5 mg/kg/d or less; no: more; NULL where none is given or the dose or the weight is not known.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         CASE WHEN p.hcq_kg IS NULL THEN NULL WHEN p.hcq_kg <= 5 THEN 'yes' ELSE 'no' END AS answer, p.hcq_kg AS amount
  FROM stat_decided AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_raas AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, CASE p.raas WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS answer, NULL AS amount
  FROM stat_decided AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_sglt2 AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, CASE p.sglt2 WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS answer, NULL AS amount
  FROM stat_decided AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_rebiopsy AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, CASE p.rebiopsy WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS answer, NULL AS amount
  FROM stat_decided AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_vaccination AS
  -- yes: the decision asks for a vaccine.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         iif(EXISTS (SELECT 1 FROM decision_action AS a WHERE a.event_seq = d.event_seq AND a.kind = 'vaccine'), 'yes', 'no') AS answer,
         NULL AS amount
  FROM stat_decided AS d;

-- 5.8 Carried out

CREATE VIEW stat_fulfilment AS
  -- The look back at month 3; NULL where there was none.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         (SELECT l.fulfilment FROM decision_look AS l WHERE l.set_id = d.set_id AND l.months = 3
          ORDER BY l.day DESC, l.event_seq DESC LIMIT 1) AS answer, NULL AS amount
  FROM stat_base AS d;

CREATE VIEW stat_specialties_fulfilled AS
  -- How many specialties were there, by how far the decision was carried out at month 3.
  SELECT f.event_seq, f.case_id, f.day, f.answer AS part, NULL AS answer, json_array_length(r.specialties) * 1.0 AS amount
  FROM stat_fulfilment AS f LEFT JOIN decision_room AS r ON r.event_seq = f.event_seq WHERE f.answer IS NOT NULL;

CREATE VIEW stat_not_done AS
  -- Why decisions were not carried out, or not wholly, at the last look back.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, l.reason AS answer, NULL AS amount
  FROM stat_base AS d JOIN stat_last_look AS l ON l.set_id = d.set_id WHERE l.fulfilment IN ('none', 'partial');

CREATE VIEW stat_actions AS
  -- One row an action of a decision in force, by sort: done, dropped, or still open.
  SELECT d.event_seq, d.case_id, d.day, a.kind AS part,
         ifnull((SELECT json_extract(e.detail, '$.end') FROM decision_act AS e JOIN decision AS v ON v.id = e.id
                 JOIN decision_action AS o ON o.event_seq = v.event_seq AND o.position = json_extract(e.detail, '$.action')
                 WHERE e.set_id = d.set_id AND e.act = 'action-ended' AND o.what = a.what AND o.due IS a.due
                 ORDER BY e.event_seq DESC LIMIT 1), 'open') AS answer, NULL AS amount
  FROM stat_base AS d JOIN decision_action AS a ON a.event_seq = d.event_seq;

-- 5.9 What came of it: never a comparison of treatments

CREATE VIEW stat_course AS
  -- One row a month that was looked back at: the last look that stands for it.
  SELECT d.event_seq, d.case_id, d.day, CAST(l.months AS TEXT) AS part, l.outcome AS answer, NULL AS amount
  FROM stat_month AS l JOIN stat_base AS d ON d.set_id = l.set_id;

CREATE VIEW stat_month AS
  -- The last look back that stands for each month of each decision.
  SELECT l.* FROM decision_look AS l WHERE NOT EXISTS
    (SELECT 1 FROM decision_look AS o WHERE o.set_id = l.set_id AND o.months = l.months
       AND (o.day > l.day OR (o.day = l.day AND o.event_seq > l.event_seq)));

CREATE VIEW stat_upcr_course AS
  SELECT d.event_seq, d.case_id, d.day, '0' AS part, NULL AS answer, p.upcr AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq
  UNION ALL
  SELECT d.event_seq, d.case_id, d.day, CAST(l.months AS TEXT), NULL, l.upcr
  FROM stat_month AS l JOIN stat_base AS d ON d.set_id = l.set_id;

CREATE VIEW stat_egfr_course AS
  SELECT d.event_seq, d.case_id, d.day, '0' AS part, NULL AS answer, p.egfr AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq
  UNION ALL
  SELECT d.event_seq, d.case_id, d.day, CAST(l.months AS TEXT), NULL, l.egfr
  FROM stat_month AS l JOIN stat_base AS d ON d.set_id = l.set_id;

CREATE VIEW stat_steroid_course AS
  SELECT d.event_seq, d.case_id, d.day, '0' AS part, NULL AS answer, p.steroid_start AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq
  UNION ALL
  SELECT d.event_seq, d.case_id, d.day, CAST(l.months AS TEXT), NULL, l.steroid
  FROM stat_month AS l JOIN stat_base AS d ON d.set_id = l.set_id;

CREATE VIEW stat_response_time AS
  -- Days from the decision to the first look back that says a complete response, an event; else to the last one, censored. NULL
  -- where nobody looked back.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         CASE WHEN l.last IS NULL THEN NULL WHEN l.reached IS NULL THEN 'censored' ELSE 'event' END AS answer,
         max(0, julianday(ifnull(l.reached, l.last)) - julianday(d.day)) AS amount
  FROM stat_base AS d
  LEFT JOIN (SELECT set_id, max(day) AS last, min(CASE outcome WHEN 'complete' THEN day END) AS reached
             FROM decision_look GROUP BY set_id) AS l ON l.set_id = d.set_id;

CREATE VIEW stat_relapse_time AS
  -- Days from the first look back that says a complete or partial response to the first later one that says a relapse, an event;
  -- else to the last one, censored. Only decisions with such a response.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, iif(l.relapse IS NULL, 'censored', 'event') AS answer,
         julianday(ifnull(l.relapse, l.last)) - julianday(l.first) AS amount
  FROM stat_base AS d
  JOIN (SELECT r.set_id, r.first, max(o.day) AS last,
               min(CASE WHEN o.outcome = 'relapse' AND o.day > r.first THEN o.day END) AS relapse
        FROM (SELECT set_id, min(day) AS first FROM decision_look WHERE outcome IN ('complete', 'partial') GROUP BY set_id) AS r
        JOIN decision_look AS o ON o.set_id = r.set_id GROUP BY r.set_id) AS l ON l.set_id = d.set_id;

-- 5.10 Case-mix

CREATE VIEW stat_class AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, p.class_group AS answer, NULL AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_sex AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, p.sex AS answer, NULL AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_age AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, NULL AS answer, p.age AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_upcr AS
  SELECT d.event_seq, d.case_id, d.day, p.class_group AS part, NULL AS answer, p.upcr AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_egfr AS
  SELECT d.event_seq, d.case_id, d.day, p.class_group AS part, NULL AS answer, p.egfr AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_activity_index AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, NULL AS answer, p.activity_index * 1.0 AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_chronicity_index AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, NULL AS answer, p.chronicity_index * 1.0 AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_flares AS
  -- Kidney flares, this one included: 1, 2, 3 and 4 or more.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, iif(p.flares >= 4, '4+', CAST(p.flares AS TEXT)) AS answer, NULL AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_prior_lines AS
  -- Different immunosuppressants received until then: 0, 1, 2, 3 and 4 or more.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, iif(p.prior_lines >= 4, '4+', CAST(p.prior_lines AS TEXT)) AS answer,
         NULL AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_extrarenal AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, p.extrarenal AS answer, NULL AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

CREATE VIEW stat_pregnancy AS
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, p.pregnancy AS answer, NULL AS amount
  FROM stat_base AS d LEFT JOIN decision_profile AS p ON p.event_seq = d.event_seq;

-- 5.11 Quality of this base

CREATE VIEW stat_signed AS
  -- Whether the version in force is signed.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         iif(EXISTS (SELECT 1 FROM decision_act AS a WHERE a.set_id = d.set_id AND a.id = d.id AND a.act = 'signed'), 'yes', 'no')
           AS answer, NULL AS amount
  FROM stat_base AS d;

CREATE VIEW stat_amended AS
  -- no: the first version stands; before: amended, never once a version was signed; after: amended once one was.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         CASE WHEN d.version = 1 THEN 'no'
              WHEN EXISTS (SELECT 1 FROM decision_act AS a WHERE a.set_id = d.set_id AND a.act = 'signed' AND a.id <> d.id
                             AND a.event_seq < d.event_seq) THEN 'after'
              ELSE 'before' END AS answer, NULL AS amount
  FROM stat_base AS d;

CREATE VIEW stat_duplicates AS
  -- yes: another case number under the same pseudonym was decided on the same day.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         iif(EXISTS (SELECT 1 FROM decision AS o WHERE o.alias = d.alias AND o.is_current = 1 AND o.case_id <> d.case_id
                       AND ifnull(o.meeting, substr(o.locked_at, 1, 10)) = d.day), 'yes', 'no') AS answer, NULL AS amount
  FROM stat_base AS d;

CREATE VIEW stat_orphans AS
  -- One row an action of a decision in force: whether somebody owns it and it has a day.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part,
         CASE WHEN a.owner IS NULL AND a.due IS NULL THEN 'neither' WHEN a.owner IS NULL THEN 'no-owner'
              WHEN a.due IS NULL THEN 'no-day' ELSE 'owned-and-dated' END AS answer, NULL AS amount
  FROM stat_base AS d JOIN decision_action AS a ON a.event_seq = d.event_seq;

-- 5.12 Delays, in days

CREATE VIEW stat_to_lock AS
  -- From the meeting to the locking of the first version.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, NULL AS answer,
         julianday(substr(v.locked_at, 1, 10)) - julianday(d.meeting) AS amount
  FROM stat_base AS d JOIN decision AS v ON v.id = d.set_id;

CREATE VIEW stat_to_sign AS
  -- From the meeting to the first signature.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, NULL AS answer,
         julianday((SELECT substr(min(a.at), 1, 10) FROM decision_act AS a WHERE a.set_id = d.set_id AND a.act = 'signed'))
           - julianday(d.meeting) AS amount
  FROM stat_base AS d;

CREATE VIEW stat_to_tell AS
  -- From the meeting to the day the patient was first told.
  SELECT d.event_seq, d.case_id, d.day, NULL AS part, NULL AS answer,
         julianday((SELECT min(a.day) FROM decision_act AS a WHERE a.set_id = d.set_id AND a.act = 'told'))
           - julianday(d.meeting) AS amount
  FROM stat_base AS d;
PRAGMA application_id = 1380271939;
PRAGMA user_version = 4;
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (1, '019c7b5c-c08b-7cc4-bbdd-09c0d0801177', '2026-02-20T14:03:22.123Z', 'Dr A', 'LN-1', 'decision-locked', '{"case_id":"LN-1","alias":"H. B.","meeting":"2026-02-20","question":"Classe V pure sous IEC maximal : faut-il immunosupprimer ?","class":"V","upcr":"1,6 g/g","egfr":"118","case_yaml":"format: 1\ncase: LN-1\nquestion: \"Faut-il immunosupprimer ?\"\n# œdème ☂\n","case_sha256":"ecb4b0d32a6cc6bd1be285b22eeea25ff6ca371bd801c179d852fee77f0de4af","facts":{"upcr_g_per_g":"1.6","order":{"b":1,"a":[null,true]}},"editions":[{"guideline":"acr-2024","edition":"2024"}],"table":[["Traitement initial","● association","● trithérapie"]],"language":"fr","decision":{"outcome":"decided","lines":[{"kind":"start","drug":"mycophenolate_mofetil","words":"2 g/j en deux prises","order":{"dose":{"amount":"2","unit":"g","per":"d"},"rhythm":{"times":{"count":2,"per":"d"}}}},{"kind":"taper","drug":"prednisone","words":"0,4 mg/kg puis 5 mg à S24"},{"kind":"other","words":"biologie à M1 et M3"}],"branches":[{"id":"B1","trigger":{"words":"upcr m3 > -25 %","measure":"upcr","comparison":">","value":{"amount":"-25","unit":"%","is_change":true},"at":{"said":"m3","day":"2026-05-20"}},"then":"re-present"}],"targets":[{"what":{"measure":"upcr"},"comparison":"<","value":{"amount":"0.7","unit":"g/g"},"by":{"said":"m12","day":"2027-02-20"}}],"actions":[{"kind":"labs","what":"bio","when":{"said":"m1","day":"2026-03-20"}},{"kind":"labs","what":"bio","when":{"said":"m3","day":"2026-05-20"}}],"represent":"2026-08-20","rationale":"premier choix","concordance":[{"guideline":"acr-2024","edition":"2024","reading":"deviates","statements":["3.2"]},{"guideline":"kdigo-2024","edition":"2024","reading":"concordant","statements":["3.2"]}],"departures":[{"guideline":"acr-2024","reason":"pregnancy-or-wish"}],"next":"2026-05-20","agreement":"consensus","positions":[{"specialty":"nephrology","before":"unsure","after":"agrees","words":"sous réserve d''une nouvelle biopsie"}],"dissent":[{"specialty":"pathology","person":"Dr P","words":"rebiopsier d''abord","minuted":true}],"confidence":"moderate","patient_question":"Accepte-t-elle une injection par semaine ?","teller":"Dr A. Martin","tell_by":"2026-02-27","uses":[{"drug":"mycophenolate_mofetil","title":"off-label"}]},"missing":["contraception"],"room":{"meeting":"2026-02-20","title":"RCP lupus","charter":"regards-1","chair":"Dr C","secretary":"S. B.","quorum":{"status":"ORG-133","present":["nephrology","pathology"],"short_by":1,"missing":[["internal-medicine","rheumatology"]]},"people":[{"person":{"name":"Dr N","specialty":"nephrology","role":"expert"},"presence":"room"},{"person":{"name":"Dr P","specialty":"pathology","role":"expert"},"presence":"room"},{"person":{"name":"Dr R","specialty":"rheumatology","role":"expert"},"presence":"room","recused":true}],"mode":"discuss","position":3,"seconds":312,"budget":300}}', '0000000000000000000000000000000000000000000000000000000000000000', '3fb7cffdd4625389f69a892e43e09e5960cddf532c1396c0a57328f155723ba0');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (2, '019c7b5d-aaeb-711e-89d9-c5323c103252', '2026-02-20T14:04:22.123Z', 'Dr B', 'LN-2', 'decision-locked', '{"case_id":"LN-2","alias":"H. B.","meeting":"2026-02-20","question":"Classe V pure sous IEC maximal : faut-il immunosupprimer ?","class":"V","upcr":"1,6 g/g","egfr":"118","case_yaml":"format: 1\ncase: LN-2\nquestion: \"Faut-il immunosupprimer ?\"\n# œdème ☂\n","case_sha256":"a83809480d9116d6f07f835e1270e2718f4f579cca02c700d433dce0c41d58be","facts":{"upcr_g_per_g":"1.6","order":{"b":1,"a":[null,true]}},"editions":[{"guideline":"acr-2024","edition":"2024"}],"table":[["Traitement initial","● association","● trithérapie"]],"language":"fr","decision":{"outcome":"decided","lines":[{"kind":"start","drug":"mycophenolate_mofetil","words":"2 g/j en deux prises","order":{"dose":{"amount":"2","unit":"g","per":"d"},"rhythm":{"times":{"count":2,"per":"d"}}}},{"kind":"taper","drug":"prednisone","words":"0,4 mg/kg puis 5 mg à S24"},{"kind":"other","words":"biologie à M1 et M3"}],"branches":[{"id":"B1","trigger":{"words":"upcr m3 > -25 %","measure":"upcr","comparison":">","value":{"amount":"-25","unit":"%","is_change":true},"at":{"said":"m3","day":"2026-05-20"}},"then":"re-present"}],"targets":[{"what":{"measure":"upcr"},"comparison":"<","value":{"amount":"0.7","unit":"g/g"},"by":{"said":"m12","day":"2027-02-20"}}],"actions":[{"kind":"labs","what":"bio","when":{"said":"m1","day":"2026-03-20"}},{"kind":"labs","what":"bio","when":{"said":"m3","day":"2026-05-20"}}],"represent":"2026-08-20","rationale":"autre cas","concordance":[{"guideline":"acr-2024","edition":"2024","reading":"deviates","statements":["3.2"]},{"guideline":"kdigo-2024","edition":"2024","reading":"concordant","statements":["3.2"]}],"departures":[{"guideline":"acr-2024","reason":"pregnancy-or-wish"}],"next":"2026-05-20","agreement":"consensus","positions":[{"specialty":"nephrology","before":"unsure","after":"agrees","words":"sous réserve d''une nouvelle biopsie"}],"dissent":[{"specialty":"pathology","person":"Dr P","words":"rebiopsier d''abord","minuted":true}],"confidence":"moderate","patient_question":"Accepte-t-elle une injection par semaine ?","teller":"Dr A. Martin","tell_by":"2026-02-27","uses":[{"drug":"mycophenolate_mofetil","title":"off-label"}]},"missing":["contraception"],"room":{"meeting":"2026-02-20","title":"RCP lupus","charter":"regards-1","chair":"Dr C","secretary":"S. B.","quorum":{"status":"ORG-133","present":["nephrology","pathology"],"short_by":1,"missing":[["internal-medicine","rheumatology"]]},"people":[{"person":{"name":"Dr N","specialty":"nephrology","role":"expert"},"presence":"room"},{"person":{"name":"Dr P","specialty":"pathology","role":"expert"},"presence":"room"},{"person":{"name":"Dr R","specialty":"rheumatology","role":"expert"},"presence":"room","recused":true}],"mode":"discuss","position":3,"seconds":312,"budget":300}}', '3fb7cffdd4625389f69a892e43e09e5960cddf532c1396c0a57328f155723ba0', '92fbfbb015de603230d06e044dd8673aa3e77d5b469e9fd8a88d4aac914abd4e');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (3, '019c7b5e-954b-786b-84b7-9b04507fe8e9', '2026-02-20T14:05:22.123Z', 'Dr A', 'LN-1', 'decision-amended', '{"case_id":"LN-1","alias":"H. B.","meeting":"2026-02-20","question":"Classe V pure sous IEC maximal : faut-il immunosupprimer ?","class":"V","upcr":"1,6 g/g","egfr":"118","case_yaml":"format: 1\ncase: LN-1\nquestion: \"Faut-il immunosupprimer ?\"\n# œdème ☂\n","case_sha256":"ecb4b0d32a6cc6bd1be285b22eeea25ff6ca371bd801c179d852fee77f0de4af","facts":{"upcr_g_per_g":"1.6","order":{"b":1,"a":[null,true]}},"editions":[{"guideline":"acr-2024","edition":"2024"}],"table":[["Traitement initial","● association","● trithérapie"]],"language":"fr","decision":{"outcome":"decided","lines":[{"kind":"start","drug":"mycophenolate_mofetil","words":"2 g/j en deux prises","order":{"dose":{"amount":"2","unit":"g","per":"d"},"rhythm":{"times":{"count":2,"per":"d"}}}},{"kind":"taper","drug":"prednisone","words":"0,4 mg/kg puis 5 mg à S24"},{"kind":"other","words":"biologie à M1 et M3"}],"branches":[{"id":"B1","trigger":{"words":"upcr m3 > -25 %","measure":"upcr","comparison":">","value":{"amount":"-25","unit":"%","is_change":true},"at":{"said":"m3","day":"2026-05-20"}},"then":"re-present"}],"targets":[{"what":{"measure":"upcr"},"comparison":"<","value":{"amount":"0.7","unit":"g/g"},"by":{"said":"m12","day":"2027-02-20"}}],"actions":[{"kind":"labs","what":"bio","when":{"said":"m1","day":"2026-03-20"}},{"kind":"labs","what":"bio","when":{"said":"m3","day":"2026-05-20"}}],"represent":"2026-08-20","rationale":"second choix","concordance":[{"guideline":"acr-2024","edition":"2024","reading":"deviates","statements":["3.2"]},{"guideline":"kdigo-2024","edition":"2024","reading":"concordant","statements":["3.2"]}],"departures":[{"guideline":"acr-2024","reason":"pregnancy-or-wish"}],"next":"2026-05-20","agreement":"consensus","positions":[{"specialty":"nephrology","before":"unsure","after":"agrees","words":"sous réserve d''une nouvelle biopsie"}],"dissent":[{"specialty":"pathology","person":"Dr P","words":"rebiopsier d''abord","minuted":true}],"confidence":"moderate","patient_question":"Accepte-t-elle une injection par semaine ?","teller":"Dr A. Martin","tell_by":"2026-02-27","uses":[{"drug":"mycophenolate_mofetil","title":"off-label"}]},"missing":["contraception"],"room":{"meeting":"2026-02-20","title":"RCP lupus","charter":"regards-1","chair":"Dr C","secretary":"S. B.","quorum":{"status":"ORG-133","present":["nephrology","pathology"],"short_by":1,"missing":[["internal-medicine","rheumatology"]]},"people":[{"person":{"name":"Dr N","specialty":"nephrology","role":"expert"},"presence":"room"},{"person":{"name":"Dr P","specialty":"pathology","role":"expert"},"presence":"room"},{"person":{"name":"Dr R","specialty":"rheumatology","role":"expert"},"presence":"room","recused":true}],"mode":"discuss","position":3,"seconds":312,"budget":300},"amends":{"decision":"019c7b5c-c08b-7cc4-bbdd-09c0d0801177","reason":"biologie reçue après la réunion"}}', '92fbfbb015de603230d06e044dd8673aa3e77d5b469e9fd8a88d4aac914abd4e', '44473e0021b4f77e5ca324d3336a8ed414e12c7180491804e5cc08b3f5f430f1');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (4, '019c7b5f-7fab-753f-80fb-02a16dd8d591', '2026-02-20T14:06:22.123Z', 'Dr B', 'LN-3', 'passage-postponed', '{"case_id":"LN-3","alias":"H. B.","meeting":"2026-02-20","reason":"biopsie attendue"}', '44473e0021b4f77e5ca324d3336a8ed414e12c7180491804e5cc08b3f5f430f1', '344735e1dc443600323253b7f4e3944b18caa25c599d591657d6027f95cef04f');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (5, '019c7b60-6a0b-72b4-8222-ef2a00479ff4', '2026-02-20T14:07:22.123Z', 'Dr A', 'LN-1', 'hypothesis-recorded', '{"case_id":"LN-1","alias":"H. B.","meeting":"2026-02-20","day":"2026-02-20","question":"Classe V pure sous IEC maximal : faut-il immunosupprimer ?","class":"V","case_sha256":"99883026a70613959a3913aec02d8daf8f28efda6bd8d8d2ecb793a44f98c473","supposed":[{"fact":"proteinuria","truth":"1.6 g/g","supposed":"3.5 g/g"}],"changed":[{"topic":"initial_therapy","guideline":"kdigo-2024","before":{"verdict":"avoid","offers":[["mmf+cni","avoid"]]},"after":{"verdict":"recommended","offers":[["mmf+cni","recommended"]]}}],"editions":[{"guideline":"kdigo-2024","edition":"2024"}],"language":"fr","remark":"Et si la protéinurie montait ?"}', '344735e1dc443600323253b7f4e3944b18caa25c599d591657d6027f95cef04f', '175518de4a350e492d1349f98987710b1b22ca064fc11c846eedeb13bc67ad96');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (6, '019c7b61-546b-7579-8960-e881e587f036', '2026-02-20T14:08:22.123Z', 'Dr A', NULL, 'agenda-ordered', '{"meeting":"2026-02-20","cases":["LN-2","LN-1"]}', '175518de4a350e492d1349f98987710b1b22ca064fc11c846eedeb13bc67ad96', 'e0b73a8f89be91f7af8f9ddecb89667bb76c526c6e44822a1c74e67a055404f9');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (7, '019c7b62-3ecb-7ec5-95bc-115b0c572474', '2026-02-20T14:09:22.123Z', 'S. B.', NULL, 'meeting-act', '{"meeting":"2026-02-20","done":{"act":"opened","title":"RCP lupus","reach":"regional","gathering":"hybrid","place":"Marseille","chair":"Dr C","secretary":"S. B.","charter":{"version":"regards-1","name":"RCP lupus","quorum":{"specialties":3,"counted":["nephrology","internal-medicine","rheumatology","immunology","pathology","dermatology","obstetrics","paediatrics","cardiology","haematology","neurology","ophthalmology","pulmonology","infectious-diseases","radiology","intensive-care","psychiatry","rehabilitation","general-practice"]},"time":{"discuss":"5 min","record":"1 min","break_after":"60 min","break_after_cases":10},"sign_within_days":8,"follow_up_months":[3,6,12]},"agenda":["LN-1"]}}', 'e0b73a8f89be91f7af8f9ddecb89667bb76c526c6e44822a1c74e67a055404f9', '2d7596bb57085d6cd8fb183717c127d88130854e8b5895d7dc173a24694a6b33');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (8, '019c7b62-3ecb-7f78-83af-9efbb9ee2cc1', '2026-02-20T14:09:22.123Z', 'S. B.', NULL, 'meeting-act', '{"meeting":"2026-02-20","done":{"act":"joined","person":{"name":"Dr N","specialty":"nephrology","role":"expert","centre":"Marseille"},"presence":"visio"}}', '2d7596bb57085d6cd8fb183717c127d88130854e8b5895d7dc173a24694a6b33', 'a6c3e175c7065942de51086aa921ea82398c5a0becdac930d66706d3a1ed418b');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (9, '019c7b62-3ecb-7e9c-9d6c-5dc4748e4dbf', '2026-02-20T14:09:22.123Z', 'S. B.', 'LN-1', 'meeting-act', '{"meeting":"2026-02-20","done":{"act":"started","case":"LN-1"}}', 'a6c3e175c7065942de51086aa921ea82398c5a0becdac930d66706d3a1ed418b', 'babd6e97c516c175f31c5e9167b2d54de42d5b77f94523924e537bb346fa9543');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (10, '019c7b62-3ecb-7b8e-b40e-e87243b3d22e', '2026-02-20T14:09:22.123Z', 'S. B.', 'LN-1', 'meeting-act', '{"meeting":"2026-02-20","done":{"act":"ended","case":"LN-1"}}', 'babd6e97c516c175f31c5e9167b2d54de42d5b77f94523924e537bb346fa9543', 'cd8a6f4366b2311d4c7505a13564d847c40773b16d9a1ecde4c009d7e5cbfa58');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (11, '019c7b62-3ecb-7d8f-a95a-479017e537ee', '2026-02-20T14:09:22.123Z', 'S. B.', 'LN-3', 'meeting-act', '{"meeting":"2026-02-20","done":{"act":"carried-over","case":"LN-3","reason":"temps écoulé"}}', 'cd8a6f4366b2311d4c7505a13564d847c40773b16d9a1ecde4c009d7e5cbfa58', '897cb4206be55d3cd78e7a8b636634cd02e43df38497d2c4a48433bfce370c4f');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (12, '019c7b62-3ecb-7ced-9cfb-e07c54efe1f8', '2026-02-20T14:09:22.123Z', 'S. B.', NULL, 'meeting-act', '{"meeting":"2026-02-20","done":{"act":"closed"}}', '897cb4206be55d3cd78e7a8b636634cd02e43df38497d2c4a48433bfce370c4f', '0d0630a59b774a1455ab2db799c8fe9a40ad86e87739abb7651f18390eb8fbdb');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (13, '019c7b63-292b-73e8-9718-d9b6557d51f9', '2026-02-20T14:10:22.123Z', 'Dr C', 'LN-1', 'decision-act', '{"decision":"019c7b5e-954b-786b-84b7-9b04507fe8e9","done":{"act":"signed","by":"Dr C"}}', '0d0630a59b774a1455ab2db799c8fe9a40ad86e87739abb7651f18390eb8fbdb', '992b36a3dcaf01dcb7c879d3adf78662f162f4dbdf2f484301a6f428fbc2ece9');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (14, '019c7b63-292b-715c-8169-fc4fa8ec1e3a', '2026-02-20T14:10:22.123Z', 'Dr C', 'LN-1', 'decision-act', '{"decision":"019c7b5e-954b-786b-84b7-9b04507fe8e9","done":{"act":"told","on":"2026-02-25","by":"Dr A","answer":"accepts"}}', '992b36a3dcaf01dcb7c879d3adf78662f162f4dbdf2f484301a6f428fbc2ece9', '940597e9ebd2af31b189ff972c4f1e27abaaa3dacba2d36b81891766d2e70651');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (15, '019c7b63-292b-793d-b66a-b1557c5396fd', '2026-02-20T14:10:22.123Z', 'Dr C', 'LN-1', 'decision-act', '{"decision":"019c7b5e-954b-786b-84b7-9b04507fe8e9","done":{"act":"followed","on":"2026-05-20","months":3,"fulfilment":"partial","reason":"toxicity","outcome":"partial","upcr":"70 mg/mmol","egfr":"92,5 mL/min/1,73 m²","sledai":4,"steroid":"7,5 mg/j"}}', '940597e9ebd2af31b189ff972c4f1e27abaaa3dacba2d36b81891766d2e70651', '498597af975df2da749b15fa4863920b691cab4a673301e291b2630e2aa07f84');
INSERT INTO decision (event_seq, id, set_id, version, supersedes, amend_reason, is_current, case_id, alias, meeting, question, class, upcr, egfr, outcome, rationale, next_date, language, locked_at, actor) VALUES (1, '019c7b5c-c08b-7cc4-bbdd-09c0d0801177', '019c7b5c-c08b-7cc4-bbdd-09c0d0801177', 1, NULL, NULL, 0, 'LN-1', 'H. B.', '2026-02-20', 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'V', '1,6 g/g', '118', 'decided', 'premier choix', '2026-05-20', 'fr', '2026-02-20T14:03:22.123Z', 'Dr A');
INSERT INTO decision (event_seq, id, set_id, version, supersedes, amend_reason, is_current, case_id, alias, meeting, question, class, upcr, egfr, outcome, rationale, next_date, language, locked_at, actor) VALUES (2, '019c7b5d-aaeb-711e-89d9-c5323c103252', '019c7b5d-aaeb-711e-89d9-c5323c103252', 1, NULL, NULL, 1, 'LN-2', 'H. B.', '2026-02-20', 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'V', '1,6 g/g', '118', 'decided', 'autre cas', '2026-05-20', 'fr', '2026-02-20T14:04:22.123Z', 'Dr B');
INSERT INTO decision (event_seq, id, set_id, version, supersedes, amend_reason, is_current, case_id, alias, meeting, question, class, upcr, egfr, outcome, rationale, next_date, language, locked_at, actor) VALUES (3, '019c7b5e-954b-786b-84b7-9b04507fe8e9', '019c7b5c-c08b-7cc4-bbdd-09c0d0801177', 2, '019c7b5c-c08b-7cc4-bbdd-09c0d0801177', 'biologie reçue après la réunion', 1, 'LN-1', 'H. B.', '2026-02-20', 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'V', '1,6 g/g', '118', 'decided', 'second choix', '2026-05-20', 'fr', '2026-02-20T14:05:22.123Z', 'Dr A');
INSERT INTO hypothesis (event_seq, case_id, alias, meeting, day, question, class, case_sha256, language, remark, at, actor) VALUES (5, 'LN-1', 'H. B.', '2026-02-20', '2026-02-20', 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'V', '99883026a70613959a3913aec02d8daf8f28efda6bd8d8d2ecb793a44f98c473', 'fr', 'Et si la protéinurie montait ?', '2026-02-20T14:07:22.123Z', 'Dr A');
INSERT INTO agenda (event_seq, position, meeting, case_id) VALUES (6, 1, '2026-02-20', 'LN-2');
INSERT INTO agenda (event_seq, position, meeting, case_id) VALUES (6, 2, '2026-02-20', 'LN-1');
INSERT INTO decision_act (event_seq, id, set_id, case_id, act, day, detail, at, actor) VALUES (13, '019c7b5e-954b-786b-84b7-9b04507fe8e9', '019c7b5c-c08b-7cc4-bbdd-09c0d0801177', 'LN-1', 'signed', NULL, '{"act":"signed","by":"Dr C"}', '2026-02-20T14:10:22.123Z', 'Dr C');
INSERT INTO decision_act (event_seq, id, set_id, case_id, act, day, detail, at, actor) VALUES (14, '019c7b5e-954b-786b-84b7-9b04507fe8e9', '019c7b5c-c08b-7cc4-bbdd-09c0d0801177', 'LN-1', 'told', '2026-02-25', '{"act":"told","on":"2026-02-25","by":"Dr A","answer":"accepts"}', '2026-02-20T14:10:22.123Z', 'Dr C');
INSERT INTO decision_act (event_seq, id, set_id, case_id, act, day, detail, at, actor) VALUES (15, '019c7b5e-954b-786b-84b7-9b04507fe8e9', '019c7b5c-c08b-7cc4-bbdd-09c0d0801177', 'LN-1', 'followed', '2026-05-20', '{"act":"followed","on":"2026-05-20","months":3,"fulfilment":"partial","reason":"toxicity","outcome":"partial","upcr":"70 mg/mmol","egfr":"92,5 mL/min/1,73 m²","sledai":4,"steroid":"7,5 mg/j"}', '2026-02-20T14:10:22.123Z', 'Dr C');
INSERT INTO decision_action (event_seq, position, kind, what, owner, due) VALUES (1, 1, 'labs', 'bio', NULL, '2026-03-20');
INSERT INTO decision_action (event_seq, position, kind, what, owner, due) VALUES (1, 2, 'labs', 'bio', NULL, '2026-05-20');
INSERT INTO decision_action (event_seq, position, kind, what, owner, due) VALUES (2, 1, 'labs', 'bio', NULL, '2026-03-20');
INSERT INTO decision_action (event_seq, position, kind, what, owner, due) VALUES (2, 2, 'labs', 'bio', NULL, '2026-05-20');
INSERT INTO decision_action (event_seq, position, kind, what, owner, due) VALUES (3, 1, 'labs', 'bio', NULL, '2026-03-20');
INSERT INTO decision_action (event_seq, position, kind, what, owner, due) VALUES (3, 2, 'labs', 'bio', NULL, '2026-05-20');
INSERT INTO decision_branch (event_seq, position, id, condition, measure, trigger, due, then_do) VALUES (1, 1, 'B1', 'upcr m3 > -25 %', 'upcr', '{"words":"upcr m3 > -25 %","measure":"upcr","comparison":">","value":{"amount":"-25","unit":"%","is_change":true},"at":{"said":"m3","day":"2026-05-20"}}', '2026-05-20', 're-present');
INSERT INTO decision_branch (event_seq, position, id, condition, measure, trigger, due, then_do) VALUES (2, 1, 'B1', 'upcr m3 > -25 %', 'upcr', '{"words":"upcr m3 > -25 %","measure":"upcr","comparison":">","value":{"amount":"-25","unit":"%","is_change":true},"at":{"said":"m3","day":"2026-05-20"}}', '2026-05-20', 're-present');
INSERT INTO decision_branch (event_seq, position, id, condition, measure, trigger, due, then_do) VALUES (3, 1, 'B1', 'upcr m3 > -25 %', 'upcr', '{"words":"upcr m3 > -25 %","measure":"upcr","comparison":">","value":{"amount":"-25","unit":"%","is_change":true},"at":{"said":"m3","day":"2026-05-20"}}', '2026-05-20', 're-present');
INSERT INTO decision_concordance (event_seq, position, guideline, edition, reading, statements) VALUES (1, 1, 'acr-2024', '2024', 'deviates', '["3.2"]');
INSERT INTO decision_concordance (event_seq, position, guideline, edition, reading, statements) VALUES (1, 2, 'kdigo-2024', '2024', 'concordant', '["3.2"]');
INSERT INTO decision_concordance (event_seq, position, guideline, edition, reading, statements) VALUES (2, 1, 'acr-2024', '2024', 'deviates', '["3.2"]');
INSERT INTO decision_concordance (event_seq, position, guideline, edition, reading, statements) VALUES (2, 2, 'kdigo-2024', '2024', 'concordant', '["3.2"]');
INSERT INTO decision_concordance (event_seq, position, guideline, edition, reading, statements) VALUES (3, 1, 'acr-2024', '2024', 'deviates', '["3.2"]');
INSERT INTO decision_concordance (event_seq, position, guideline, edition, reading, statements) VALUES (3, 2, 'kdigo-2024', '2024', 'concordant', '["3.2"]');
INSERT INTO decision_deliberation (event_seq, agreement, confidence, patient_question, teller, tell_by) VALUES (1, 'consensus', 'moderate', 'Accepte-t-elle une injection par semaine ?', 'Dr A. Martin', '2026-02-27');
INSERT INTO decision_deliberation (event_seq, agreement, confidence, patient_question, teller, tell_by) VALUES (2, 'consensus', 'moderate', 'Accepte-t-elle une injection par semaine ?', 'Dr A. Martin', '2026-02-27');
INSERT INTO decision_deliberation (event_seq, agreement, confidence, patient_question, teller, tell_by) VALUES (3, 'consensus', 'moderate', 'Accepte-t-elle une injection par semaine ?', 'Dr A. Martin', '2026-02-27');
INSERT INTO decision_departure (event_seq, position, guideline, reason) VALUES (1, 1, 'acr-2024', 'pregnancy-or-wish');
INSERT INTO decision_departure (event_seq, position, guideline, reason) VALUES (2, 1, 'acr-2024', 'pregnancy-or-wish');
INSERT INTO decision_departure (event_seq, position, guideline, reason) VALUES (3, 1, 'acr-2024', 'pregnancy-or-wish');
INSERT INTO decision_dissent (event_seq, position, specialty, person, words, minuted) VALUES (1, 1, 'pathology', 'Dr P', 'rebiopsier d''abord', 1);
INSERT INTO decision_dissent (event_seq, position, specialty, person, words, minuted) VALUES (2, 1, 'pathology', 'Dr P', 'rebiopsier d''abord', 1);
INSERT INTO decision_dissent (event_seq, position, specialty, person, words, minuted) VALUES (3, 1, 'pathology', 'Dr P', 'rebiopsier d''abord', 1);
INSERT INTO decision_line (event_seq, position, kind, drug, words) VALUES (1, 1, 'start', 'mycophenolate_mofetil', '2 g/j en deux prises');
INSERT INTO decision_line (event_seq, position, kind, drug, words) VALUES (1, 2, 'taper', 'prednisone', '0,4 mg/kg puis 5 mg à S24');
INSERT INTO decision_line (event_seq, position, kind, drug, words) VALUES (1, 3, 'other', NULL, 'biologie à M1 et M3');
INSERT INTO decision_line (event_seq, position, kind, drug, words) VALUES (2, 1, 'start', 'mycophenolate_mofetil', '2 g/j en deux prises');
INSERT INTO decision_line (event_seq, position, kind, drug, words) VALUES (2, 2, 'taper', 'prednisone', '0,4 mg/kg puis 5 mg à S24');
INSERT INTO decision_line (event_seq, position, kind, drug, words) VALUES (2, 3, 'other', NULL, 'biologie à M1 et M3');
INSERT INTO decision_line (event_seq, position, kind, drug, words) VALUES (3, 1, 'start', 'mycophenolate_mofetil', '2 g/j en deux prises');
INSERT INTO decision_line (event_seq, position, kind, drug, words) VALUES (3, 2, 'taper', 'prednisone', '0,4 mg/kg puis 5 mg à S24');
INSERT INTO decision_line (event_seq, position, kind, drug, words) VALUES (3, 3, 'other', NULL, 'biologie à M1 et M3');
INSERT INTO decision_look (event_seq, id, set_id, case_id, day, months, fulfilment, reason, outcome, upcr, egfr, sledai, steroid) VALUES (15, '019c7b5e-954b-786b-84b7-9b04507fe8e9', '019c7b5c-c08b-7cc4-bbdd-09c0d0801177', 'LN-1', '2026-05-20', 3, 'partial', 'toxicity', 'partial', 0.6188, 92.5, 4, 7.5);
INSERT INTO decision_open (event_seq, set_id) VALUES (2, '019c7b5d-aaeb-711e-89d9-c5323c103252');
INSERT INTO decision_open (event_seq, set_id) VALUES (3, '019c7b5c-c08b-7cc4-bbdd-09c0d0801177');
INSERT INTO decision_order (event_seq, position, intention, branch, amount, most, unit, per, route, detail) VALUES (1, 1, 'first', NULL, '2', NULL, 'g', 'd', NULL, '{"dose":{"amount":"2","unit":"g","per":"d"},"rhythm":{"times":{"count":2,"per":"d"}}}');
INSERT INTO decision_order (event_seq, position, intention, branch, amount, most, unit, per, route, detail) VALUES (2, 1, 'first', NULL, '2', NULL, 'g', 'd', NULL, '{"dose":{"amount":"2","unit":"g","per":"d"},"rhythm":{"times":{"count":2,"per":"d"}}}');
INSERT INTO decision_order (event_seq, position, intention, branch, amount, most, unit, per, route, detail) VALUES (3, 1, 'first', NULL, '2', NULL, 'g', 'd', NULL, '{"dose":{"amount":"2","unit":"g","per":"d"},"rhythm":{"times":{"count":2,"per":"d"}}}');
INSERT INTO decision_position (event_seq, position, specialty, person, before, after, words) VALUES (1, 1, 'nephrology', NULL, 'unsure', 'agrees', 'sous réserve d''une nouvelle biopsie');
INSERT INTO decision_position (event_seq, position, specialty, person, before, after, words) VALUES (2, 1, 'nephrology', NULL, 'unsure', 'agrees', 'sous réserve d''une nouvelle biopsie');
INSERT INTO decision_position (event_seq, position, specialty, person, before, after, words) VALUES (3, 1, 'nephrology', NULL, 'unsure', 'agrees', 'sous réserve d''une nouvelle biopsie');
INSERT INTO decision_profile (event_seq, class_group, upcr, egfr, age, sex, weight, flares, failed_courses, prior_lines, extrarenal, pregnancy, activity_index, chronicity_index, centre, patient_view, regimen, started, steroid_start, steroid_start_kg, pulse, steroid_m6, hcq_kg, raas, sglt2, rebiopsy) VALUES (1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO decision_profile (event_seq, class_group, upcr, egfr, age, sex, weight, flares, failed_courses, prior_lines, extrarenal, pregnancy, activity_index, chronicity_index, centre, patient_view, regimen, started, steroid_start, steroid_start_kg, pulse, steroid_m6, hcq_kg, raas, sglt2, rebiopsy) VALUES (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO decision_profile (event_seq, class_group, upcr, egfr, age, sex, weight, flares, failed_courses, prior_lines, extrarenal, pregnancy, activity_index, chronicity_index, centre, patient_view, regimen, started, steroid_start, steroid_start_kg, pulse, steroid_m6, hcq_kg, raas, sglt2, rebiopsy) VALUES (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO decision_return (event_seq, day) VALUES (1, '2026-08-20');
INSERT INTO decision_return (event_seq, day) VALUES (2, '2026-08-20');
INSERT INTO decision_return (event_seq, day) VALUES (3, '2026-08-20');
INSERT INTO decision_room (event_seq, held_on, charter, quorum, specialties, lacking, mode, rule, position, seconds, budget, missing, short_by) VALUES (1, '2026-02-20', 'regards-1', 'ORG-133', '["nephrology","pathology"]', '[["internal-medicine","rheumatology"]]', 'discuss', NULL, 3, 312, 300, '["contraception"]', 1);
INSERT INTO decision_room (event_seq, held_on, charter, quorum, specialties, lacking, mode, rule, position, seconds, budget, missing, short_by) VALUES (2, '2026-02-20', 'regards-1', 'ORG-133', '["nephrology","pathology"]', '[["internal-medicine","rheumatology"]]', 'discuss', NULL, 3, 312, 300, '["contraception"]', 1);
INSERT INTO decision_room (event_seq, held_on, charter, quorum, specialties, lacking, mode, rule, position, seconds, budget, missing, short_by) VALUES (3, '2026-02-20', 'regards-1', 'ORG-133', '["nephrology","pathology"]', '[["internal-medicine","rheumatology"]]', 'discuss', NULL, 3, 312, 300, '["contraception"]', 1);
INSERT INTO decision_target (event_seq, position, what, comparison, amount, unit, due) VALUES (1, 1, 'upcr', '<', '0.7', 'g/g', '2027-02-20');
INSERT INTO decision_target (event_seq, position, what, comparison, amount, unit, due) VALUES (2, 1, 'upcr', '<', '0.7', 'g/g', '2027-02-20');
INSERT INTO decision_target (event_seq, position, what, comparison, amount, unit, due) VALUES (3, 1, 'upcr', '<', '0.7', 'g/g', '2027-02-20');
INSERT INTO decision_text (rowid, question, rationale, lines, drugs, case_id, alias) VALUES (2, 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'autre cas', '2 g/j en deux prises
0,4 mg/kg puis 5 mg à S24
biologie à M1 et M3', 'mycophenolate_mofetil
prednisone
', 'LN-2', 'H. B.');
INSERT INTO decision_text (rowid, question, rationale, lines, drugs, case_id, alias) VALUES (3, 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'second choix', '2 g/j en deux prises
0,4 mg/kg puis 5 mg à S24
biologie à M1 et M3', 'mycophenolate_mofetil
prednisone
', 'LN-1', 'H. B.');
INSERT INTO decision_use (event_seq, position, drug, title) VALUES (1, 1, 'mycophenolate_mofetil', 'off-label');
INSERT INTO decision_use (event_seq, position, drug, title) VALUES (2, 1, 'mycophenolate_mofetil', 'off-label');
INSERT INTO decision_use (event_seq, position, drug, title) VALUES (3, 1, 'mycophenolate_mofetil', 'off-label');
INSERT INTO hypothesis_cell (event_seq, position, topic, guideline, before, after) VALUES (5, 1, 'initial_therapy', 'kdigo-2024', 'avoid', 'recommended');
INSERT INTO hypothesis_fact (event_seq, position, fact, truth, supposed) VALUES (5, 1, 'proteinuria', '1.6 g/g', '3.5 g/g');
INSERT INTO meeting_act (event_seq, meeting, act, case_id, person, detail, at, actor) VALUES (7, '2026-02-20', 'opened', NULL, NULL, '{"act":"opened","title":"RCP lupus","reach":"regional","gathering":"hybrid","place":"Marseille","chair":"Dr C","secretary":"S. B.","charter":{"version":"regards-1","name":"RCP lupus","quorum":{"specialties":3,"counted":["nephrology","internal-medicine","rheumatology","immunology","pathology","dermatology","obstetrics","paediatrics","cardiology","haematology","neurology","ophthalmology","pulmonology","infectious-diseases","radiology","intensive-care","psychiatry","rehabilitation","general-practice"]},"time":{"discuss":"5 min","record":"1 min","break_after":"60 min","break_after_cases":10},"sign_within_days":8,"follow_up_months":[3,6,12]},"agenda":["LN-1"]}', '2026-02-20T14:09:22.123Z', 'S. B.');
INSERT INTO meeting_act (event_seq, meeting, act, case_id, person, detail, at, actor) VALUES (8, '2026-02-20', 'joined', NULL, 'Dr N', '{"act":"joined","person":{"name":"Dr N","specialty":"nephrology","role":"expert","centre":"Marseille"},"presence":"visio"}', '2026-02-20T14:09:22.123Z', 'S. B.');
INSERT INTO meeting_act (event_seq, meeting, act, case_id, person, detail, at, actor) VALUES (9, '2026-02-20', 'started', 'LN-1', NULL, '{"act":"started","case":"LN-1"}', '2026-02-20T14:09:22.123Z', 'S. B.');
INSERT INTO meeting_act (event_seq, meeting, act, case_id, person, detail, at, actor) VALUES (10, '2026-02-20', 'ended', 'LN-1', NULL, '{"act":"ended","case":"LN-1"}', '2026-02-20T14:09:22.123Z', 'S. B.');
INSERT INTO meeting_act (event_seq, meeting, act, case_id, person, detail, at, actor) VALUES (11, '2026-02-20', 'carried-over', 'LN-3', NULL, '{"act":"carried-over","case":"LN-3","reason":"temps écoulé"}', '2026-02-20T14:09:22.123Z', 'S. B.');
INSERT INTO meeting_act (event_seq, meeting, act, case_id, person, detail, at, actor) VALUES (12, '2026-02-20', 'closed', NULL, NULL, '{"act":"closed"}', '2026-02-20T14:09:22.123Z', 'S. B.');
INSERT INTO postponement (event_seq, case_id, alias, meeting, reason, at, actor) VALUES (4, 'LN-3', 'H. B.', '2026-02-20', 'biopsie attendue', '2026-02-20T14:06:22.123Z', 'Dr B');
