-- head fdbfbe442a26c31ecc787ee69d92fdcc30f160e857e885b660718180f7866272
-- A ledger of format 3: its definitions, its journal, its tables.
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
PRAGMA application_id = 1380271939;
PRAGMA user_version = 3;
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (1, '019c7b5c-c08b-7c48-b189-79d3867a5116', '2026-02-20T14:03:22.123Z', 'Dr A', 'LN-1', 'decision-locked', '{"case_id":"LN-1","alias":"H. B.","meeting":"2026-02-20","question":"Classe V pure sous IEC maximal : faut-il immunosupprimer ?","class":"V","upcr":"1,6 g/g","egfr":"118","case_yaml":"format: 1\ncase: LN-1\nquestion: \"Faut-il immunosupprimer ?\"\n# œdème ☂\n","case_sha256":"ecb4b0d32a6cc6bd1be285b22eeea25ff6ca371bd801c179d852fee77f0de4af","facts":{"upcr_g_per_g":"1.6","order":{"b":1,"a":[null,true]}},"editions":[{"guideline":"acr-2024","edition":"2024"}],"table":[["Traitement initial","● association","● trithérapie"]],"language":"fr","decision":{"outcome":"decided","lines":[{"kind":"start","drug":"mycophenolate_mofetil","words":"2 g/j en deux prises","order":{"dose":{"amount":"2","unit":"g","per":"d"},"rhythm":{"times":{"count":2,"per":"d"}}}},{"kind":"taper","drug":"prednisone","words":"0,4 mg/kg puis 5 mg à S24"},{"kind":"other","words":"biologie à M1 et M3"}],"branches":[{"id":"B1","trigger":{"words":"upcr m3 > -25 %","measure":"upcr","comparison":">","value":{"amount":"-25","unit":"%","is_change":true},"at":{"said":"m3","day":"2026-05-20"}},"then":"re-present"}],"targets":[{"what":{"measure":"upcr"},"comparison":"<","value":{"amount":"0.7","unit":"g/g"},"by":{"said":"m12","day":"2027-02-20"}}],"actions":[{"kind":"labs","what":"bio","when":{"said":"m1","day":"2026-03-20"}},{"kind":"labs","what":"bio","when":{"said":"m3","day":"2026-05-20"}}],"represent":"2026-08-20","rationale":"premier choix","concordance":[{"guideline":"acr-2024","edition":"2024","reading":"deviates","statements":["3.2"]},{"guideline":"kdigo-2024","edition":"2024","reading":"concordant","statements":["3.2"]}],"departures":[{"guideline":"acr-2024","reason":"pregnancy-or-wish"}],"next":"2026-05-20","agreement":"consensus","positions":[{"specialty":"nephrology","before":"unsure","after":"agrees","words":"sous réserve d''une nouvelle biopsie"}],"dissent":[{"specialty":"pathology","person":"Dr P","words":"rebiopsier d''abord","minuted":true}],"confidence":"moderate","patient_question":"Accepte-t-elle une injection par semaine ?","teller":"Dr A. Martin","tell_by":"2026-02-27","uses":[{"drug":"mycophenolate_mofetil","title":"off-label"}]},"missing":["contraception"],"room":{"meeting":"2026-02-20","title":"RCP lupus","charter":"regards-1","chair":"Dr C","secretary":"S. B.","quorum":{"status":"ORG-133","present":["nephrology","pathology"],"short_by":1,"missing":[["internal-medicine","rheumatology"]]},"people":[{"person":{"name":"Dr N","specialty":"nephrology","role":"expert"},"presence":"room"},{"person":{"name":"Dr P","specialty":"pathology","role":"expert"},"presence":"room"},{"person":{"name":"Dr R","specialty":"rheumatology","role":"expert"},"presence":"room","recused":true}],"mode":"discuss","position":3,"seconds":312,"budget":300}}', '0000000000000000000000000000000000000000000000000000000000000000', 'ce06c29b27f61839a0bde77b5d2c3d3453c2845d98f865f0f2fce9ca9f7c932a');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (2, '019c7b5d-aaeb-7e58-b4a3-c7221115a17a', '2026-02-20T14:04:22.123Z', 'Dr B', 'LN-2', 'decision-locked', '{"case_id":"LN-2","alias":"H. B.","meeting":"2026-02-20","question":"Classe V pure sous IEC maximal : faut-il immunosupprimer ?","class":"V","upcr":"1,6 g/g","egfr":"118","case_yaml":"format: 1\ncase: LN-2\nquestion: \"Faut-il immunosupprimer ?\"\n# œdème ☂\n","case_sha256":"a83809480d9116d6f07f835e1270e2718f4f579cca02c700d433dce0c41d58be","facts":{"upcr_g_per_g":"1.6","order":{"b":1,"a":[null,true]}},"editions":[{"guideline":"acr-2024","edition":"2024"}],"table":[["Traitement initial","● association","● trithérapie"]],"language":"fr","decision":{"outcome":"decided","lines":[{"kind":"start","drug":"mycophenolate_mofetil","words":"2 g/j en deux prises","order":{"dose":{"amount":"2","unit":"g","per":"d"},"rhythm":{"times":{"count":2,"per":"d"}}}},{"kind":"taper","drug":"prednisone","words":"0,4 mg/kg puis 5 mg à S24"},{"kind":"other","words":"biologie à M1 et M3"}],"branches":[{"id":"B1","trigger":{"words":"upcr m3 > -25 %","measure":"upcr","comparison":">","value":{"amount":"-25","unit":"%","is_change":true},"at":{"said":"m3","day":"2026-05-20"}},"then":"re-present"}],"targets":[{"what":{"measure":"upcr"},"comparison":"<","value":{"amount":"0.7","unit":"g/g"},"by":{"said":"m12","day":"2027-02-20"}}],"actions":[{"kind":"labs","what":"bio","when":{"said":"m1","day":"2026-03-20"}},{"kind":"labs","what":"bio","when":{"said":"m3","day":"2026-05-20"}}],"represent":"2026-08-20","rationale":"autre cas","concordance":[{"guideline":"acr-2024","edition":"2024","reading":"deviates","statements":["3.2"]},{"guideline":"kdigo-2024","edition":"2024","reading":"concordant","statements":["3.2"]}],"departures":[{"guideline":"acr-2024","reason":"pregnancy-or-wish"}],"next":"2026-05-20","agreement":"consensus","positions":[{"specialty":"nephrology","before":"unsure","after":"agrees","words":"sous réserve d''une nouvelle biopsie"}],"dissent":[{"specialty":"pathology","person":"Dr P","words":"rebiopsier d''abord","minuted":true}],"confidence":"moderate","patient_question":"Accepte-t-elle une injection par semaine ?","teller":"Dr A. Martin","tell_by":"2026-02-27","uses":[{"drug":"mycophenolate_mofetil","title":"off-label"}]},"missing":["contraception"],"room":{"meeting":"2026-02-20","title":"RCP lupus","charter":"regards-1","chair":"Dr C","secretary":"S. B.","quorum":{"status":"ORG-133","present":["nephrology","pathology"],"short_by":1,"missing":[["internal-medicine","rheumatology"]]},"people":[{"person":{"name":"Dr N","specialty":"nephrology","role":"expert"},"presence":"room"},{"person":{"name":"Dr P","specialty":"pathology","role":"expert"},"presence":"room"},{"person":{"name":"Dr R","specialty":"rheumatology","role":"expert"},"presence":"room","recused":true}],"mode":"discuss","position":3,"seconds":312,"budget":300}}', 'ce06c29b27f61839a0bde77b5d2c3d3453c2845d98f865f0f2fce9ca9f7c932a', '3bbff1933f1c0025bcccca4e2d302caa646c1a7b2f7fc0cc75189566eda7178f');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (3, '019c7b5e-954b-74bd-bbf5-cdcad08a00f7', '2026-02-20T14:05:22.123Z', 'Dr A', 'LN-1', 'decision-amended', '{"case_id":"LN-1","alias":"H. B.","meeting":"2026-02-20","question":"Classe V pure sous IEC maximal : faut-il immunosupprimer ?","class":"V","upcr":"1,6 g/g","egfr":"118","case_yaml":"format: 1\ncase: LN-1\nquestion: \"Faut-il immunosupprimer ?\"\n# œdème ☂\n","case_sha256":"ecb4b0d32a6cc6bd1be285b22eeea25ff6ca371bd801c179d852fee77f0de4af","facts":{"upcr_g_per_g":"1.6","order":{"b":1,"a":[null,true]}},"editions":[{"guideline":"acr-2024","edition":"2024"}],"table":[["Traitement initial","● association","● trithérapie"]],"language":"fr","decision":{"outcome":"decided","lines":[{"kind":"start","drug":"mycophenolate_mofetil","words":"2 g/j en deux prises","order":{"dose":{"amount":"2","unit":"g","per":"d"},"rhythm":{"times":{"count":2,"per":"d"}}}},{"kind":"taper","drug":"prednisone","words":"0,4 mg/kg puis 5 mg à S24"},{"kind":"other","words":"biologie à M1 et M3"}],"branches":[{"id":"B1","trigger":{"words":"upcr m3 > -25 %","measure":"upcr","comparison":">","value":{"amount":"-25","unit":"%","is_change":true},"at":{"said":"m3","day":"2026-05-20"}},"then":"re-present"}],"targets":[{"what":{"measure":"upcr"},"comparison":"<","value":{"amount":"0.7","unit":"g/g"},"by":{"said":"m12","day":"2027-02-20"}}],"actions":[{"kind":"labs","what":"bio","when":{"said":"m1","day":"2026-03-20"}},{"kind":"labs","what":"bio","when":{"said":"m3","day":"2026-05-20"}}],"represent":"2026-08-20","rationale":"second choix","concordance":[{"guideline":"acr-2024","edition":"2024","reading":"deviates","statements":["3.2"]},{"guideline":"kdigo-2024","edition":"2024","reading":"concordant","statements":["3.2"]}],"departures":[{"guideline":"acr-2024","reason":"pregnancy-or-wish"}],"next":"2026-05-20","agreement":"consensus","positions":[{"specialty":"nephrology","before":"unsure","after":"agrees","words":"sous réserve d''une nouvelle biopsie"}],"dissent":[{"specialty":"pathology","person":"Dr P","words":"rebiopsier d''abord","minuted":true}],"confidence":"moderate","patient_question":"Accepte-t-elle une injection par semaine ?","teller":"Dr A. Martin","tell_by":"2026-02-27","uses":[{"drug":"mycophenolate_mofetil","title":"off-label"}]},"missing":["contraception"],"room":{"meeting":"2026-02-20","title":"RCP lupus","charter":"regards-1","chair":"Dr C","secretary":"S. B.","quorum":{"status":"ORG-133","present":["nephrology","pathology"],"short_by":1,"missing":[["internal-medicine","rheumatology"]]},"people":[{"person":{"name":"Dr N","specialty":"nephrology","role":"expert"},"presence":"room"},{"person":{"name":"Dr P","specialty":"pathology","role":"expert"},"presence":"room"},{"person":{"name":"Dr R","specialty":"rheumatology","role":"expert"},"presence":"room","recused":true}],"mode":"discuss","position":3,"seconds":312,"budget":300},"amends":{"decision":"019c7b5c-c08b-7c48-b189-79d3867a5116","reason":"biologie reçue après la réunion"}}', '3bbff1933f1c0025bcccca4e2d302caa646c1a7b2f7fc0cc75189566eda7178f', '4d132a54455e6922ca9738cfa57ea76c466808630569cac0c62d496ea6b82584');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (4, '019c7b5f-7fab-7faa-bd6d-785d60373198', '2026-02-20T14:06:22.123Z', 'Dr B', 'LN-3', 'passage-postponed', '{"case_id":"LN-3","alias":"H. B.","meeting":"2026-02-20","reason":"biopsie attendue"}', '4d132a54455e6922ca9738cfa57ea76c466808630569cac0c62d496ea6b82584', '39125daac29d0fcc3ec7a163198d03c5affb3f565285a65281a1f7ebc7cc2aa5');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (5, '019c7b60-6a0b-7a20-99ae-8623fc46188d', '2026-02-20T14:07:22.123Z', 'Dr A', 'LN-1', 'hypothesis-recorded', '{"case_id":"LN-1","alias":"H. B.","meeting":"2026-02-20","day":"2026-02-20","question":"Classe V pure sous IEC maximal : faut-il immunosupprimer ?","class":"V","case_sha256":"99883026a70613959a3913aec02d8daf8f28efda6bd8d8d2ecb793a44f98c473","supposed":[{"fact":"proteinuria","truth":"1.6 g/g","supposed":"3.5 g/g"}],"changed":[{"topic":"initial_therapy","guideline":"kdigo-2024","before":{"verdict":"avoid","offers":[["mmf+cni","avoid"]]},"after":{"verdict":"recommended","offers":[["mmf+cni","recommended"]]}}],"editions":[{"guideline":"kdigo-2024","edition":"2024"}],"language":"fr","remark":"Et si la protéinurie montait ?"}', '39125daac29d0fcc3ec7a163198d03c5affb3f565285a65281a1f7ebc7cc2aa5', '7479c05e4aad544e7efbabab617e6b6cb21bcde9675009831820d8f0e717d105');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (6, '019c7b61-546b-7c5b-b459-10e791accb96', '2026-02-20T14:08:22.123Z', 'Dr A', NULL, 'agenda-ordered', '{"meeting":"2026-02-20","cases":["LN-2","LN-1"]}', '7479c05e4aad544e7efbabab617e6b6cb21bcde9675009831820d8f0e717d105', 'd62123736c9d8a4b4892c48b41e91c65470e6e1678d021ca507889ddef820947');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (7, '019c7b62-3ecb-70a7-969c-6bb5eebb55cf', '2026-02-20T14:09:22.123Z', 'S. B.', NULL, 'meeting-act', '{"meeting":"2026-02-20","done":{"act":"opened","title":"RCP lupus","reach":"regional","gathering":"hybrid","place":"Marseille","chair":"Dr C","secretary":"S. B.","charter":{"version":"regards-1","name":"RCP lupus","quorum":{"specialties":3,"counted":["nephrology","internal-medicine","rheumatology","immunology","pathology","dermatology","obstetrics","paediatrics","cardiology","haematology","neurology","ophthalmology","pulmonology","infectious-diseases","radiology","intensive-care","psychiatry","rehabilitation","general-practice"]},"time":{"discuss":"5 min","record":"1 min","break_after":"60 min","break_after_cases":10},"sign_within_days":8,"follow_up_months":[3,6,12]},"agenda":["LN-1"]}}', 'd62123736c9d8a4b4892c48b41e91c65470e6e1678d021ca507889ddef820947', 'c8820e233bfc9f9dc7ea6c75aa6b0b4654f3118f7d9d5753308c5c51e88a053d');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (8, '019c7b62-3ecb-7bb7-90c3-3fbef7059f07', '2026-02-20T14:09:22.123Z', 'S. B.', NULL, 'meeting-act', '{"meeting":"2026-02-20","done":{"act":"joined","person":{"name":"Dr N","specialty":"nephrology","role":"expert","centre":"Marseille"},"presence":"visio"}}', 'c8820e233bfc9f9dc7ea6c75aa6b0b4654f3118f7d9d5753308c5c51e88a053d', '6448b841b8e099daf08bb58a75bd49e15326c09c945ad6eabb687c599606e521');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (9, '019c7b62-3ecb-766c-951b-08adb67454dc', '2026-02-20T14:09:22.123Z', 'S. B.', 'LN-1', 'meeting-act', '{"meeting":"2026-02-20","done":{"act":"started","case":"LN-1"}}', '6448b841b8e099daf08bb58a75bd49e15326c09c945ad6eabb687c599606e521', 'e44e519bb23243ffd836320fdf8d9a2795922423c0c80637ca83ac79ca0950ad');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (10, '019c7b62-3ecb-7777-bc0e-78b8ba00b216', '2026-02-20T14:09:22.123Z', 'S. B.', 'LN-1', 'meeting-act', '{"meeting":"2026-02-20","done":{"act":"ended","case":"LN-1"}}', 'e44e519bb23243ffd836320fdf8d9a2795922423c0c80637ca83ac79ca0950ad', '2d0389d7d1dfa4edc9ce3b52a40cb975dce4aee7c663e0b087c3d6c72eeeb983');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (11, '019c7b62-3ecb-770a-8e5a-54214631b417', '2026-02-20T14:09:22.123Z', 'S. B.', 'LN-3', 'meeting-act', '{"meeting":"2026-02-20","done":{"act":"carried-over","case":"LN-3","reason":"temps écoulé"}}', '2d0389d7d1dfa4edc9ce3b52a40cb975dce4aee7c663e0b087c3d6c72eeeb983', '10f873332ff95b0e77850c3e6e29ebb047617ce2d387be2465d285bcdb2bfb67');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (12, '019c7b62-3ecb-7879-bf9f-f75493237971', '2026-02-20T14:09:22.123Z', 'S. B.', NULL, 'meeting-act', '{"meeting":"2026-02-20","done":{"act":"closed"}}', '10f873332ff95b0e77850c3e6e29ebb047617ce2d387be2465d285bcdb2bfb67', '6b7b8f3b85ed4d63a32e21a8fca55147f781841b7019030c430d42f04984fca3');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (13, '019c7b63-292b-7c42-8ced-6a178c3f526a', '2026-02-20T14:10:22.123Z', 'Dr C', 'LN-1', 'decision-act', '{"decision":"019c7b5e-954b-74bd-bbf5-cdcad08a00f7","done":{"act":"signed","by":"Dr C"}}', '6b7b8f3b85ed4d63a32e21a8fca55147f781841b7019030c430d42f04984fca3', '1dfce1720ab09589c19af6eb4c2989b793890ba1b79d3aec963908be18e61c5e');
INSERT INTO event (seq, id, at, actor, case_id, kind, payload, prev_hash, hash) VALUES (14, '019c7b63-292b-7fb0-b328-e550a54ec902', '2026-02-20T14:10:22.123Z', 'Dr C', 'LN-1', 'decision-act', '{"decision":"019c7b5e-954b-74bd-bbf5-cdcad08a00f7","done":{"act":"told","on":"2026-02-25","by":"Dr A","answer":"accepts"}}', '1dfce1720ab09589c19af6eb4c2989b793890ba1b79d3aec963908be18e61c5e', 'fdbfbe442a26c31ecc787ee69d92fdcc30f160e857e885b660718180f7866272');
INSERT INTO decision (event_seq, id, set_id, version, supersedes, amend_reason, is_current, case_id, alias, meeting, question, class, upcr, egfr, outcome, rationale, next_date, language, locked_at, actor) VALUES (1, '019c7b5c-c08b-7c48-b189-79d3867a5116', '019c7b5c-c08b-7c48-b189-79d3867a5116', 1, NULL, NULL, 0, 'LN-1', 'H. B.', '2026-02-20', 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'V', '1,6 g/g', '118', 'decided', 'premier choix', '2026-05-20', 'fr', '2026-02-20T14:03:22.123Z', 'Dr A');
INSERT INTO decision (event_seq, id, set_id, version, supersedes, amend_reason, is_current, case_id, alias, meeting, question, class, upcr, egfr, outcome, rationale, next_date, language, locked_at, actor) VALUES (2, '019c7b5d-aaeb-7e58-b4a3-c7221115a17a', '019c7b5d-aaeb-7e58-b4a3-c7221115a17a', 1, NULL, NULL, 1, 'LN-2', 'H. B.', '2026-02-20', 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'V', '1,6 g/g', '118', 'decided', 'autre cas', '2026-05-20', 'fr', '2026-02-20T14:04:22.123Z', 'Dr B');
INSERT INTO decision (event_seq, id, set_id, version, supersedes, amend_reason, is_current, case_id, alias, meeting, question, class, upcr, egfr, outcome, rationale, next_date, language, locked_at, actor) VALUES (3, '019c7b5e-954b-74bd-bbf5-cdcad08a00f7', '019c7b5c-c08b-7c48-b189-79d3867a5116', 2, '019c7b5c-c08b-7c48-b189-79d3867a5116', 'biologie reçue après la réunion', 1, 'LN-1', 'H. B.', '2026-02-20', 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'V', '1,6 g/g', '118', 'decided', 'second choix', '2026-05-20', 'fr', '2026-02-20T14:05:22.123Z', 'Dr A');
INSERT INTO hypothesis (event_seq, case_id, alias, meeting, day, question, class, case_sha256, language, remark, at, actor) VALUES (5, 'LN-1', 'H. B.', '2026-02-20', '2026-02-20', 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'V', '99883026a70613959a3913aec02d8daf8f28efda6bd8d8d2ecb793a44f98c473', 'fr', 'Et si la protéinurie montait ?', '2026-02-20T14:07:22.123Z', 'Dr A');
INSERT INTO agenda (event_seq, position, meeting, case_id) VALUES (6, 1, '2026-02-20', 'LN-2');
INSERT INTO agenda (event_seq, position, meeting, case_id) VALUES (6, 2, '2026-02-20', 'LN-1');
INSERT INTO decision_act (event_seq, id, set_id, case_id, act, day, detail, at, actor) VALUES (13, '019c7b5e-954b-74bd-bbf5-cdcad08a00f7', '019c7b5c-c08b-7c48-b189-79d3867a5116', 'LN-1', 'signed', NULL, '{"act":"signed","by":"Dr C"}', '2026-02-20T14:10:22.123Z', 'Dr C');
INSERT INTO decision_act (event_seq, id, set_id, case_id, act, day, detail, at, actor) VALUES (14, '019c7b5e-954b-74bd-bbf5-cdcad08a00f7', '019c7b5c-c08b-7c48-b189-79d3867a5116', 'LN-1', 'told', '2026-02-25', '{"act":"told","on":"2026-02-25","by":"Dr A","answer":"accepts"}', '2026-02-20T14:10:22.123Z', 'Dr C');
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
INSERT INTO decision_open (event_seq, set_id) VALUES (2, '019c7b5d-aaeb-7e58-b4a3-c7221115a17a');
INSERT INTO decision_open (event_seq, set_id) VALUES (3, '019c7b5c-c08b-7c48-b189-79d3867a5116');
INSERT INTO decision_order (event_seq, position, intention, branch, amount, most, unit, per, route, detail) VALUES (1, 1, 'first', NULL, '2', NULL, 'g', 'd', NULL, '{"dose":{"amount":"2","unit":"g","per":"d"},"rhythm":{"times":{"count":2,"per":"d"}}}');
INSERT INTO decision_order (event_seq, position, intention, branch, amount, most, unit, per, route, detail) VALUES (2, 1, 'first', NULL, '2', NULL, 'g', 'd', NULL, '{"dose":{"amount":"2","unit":"g","per":"d"},"rhythm":{"times":{"count":2,"per":"d"}}}');
INSERT INTO decision_order (event_seq, position, intention, branch, amount, most, unit, per, route, detail) VALUES (3, 1, 'first', NULL, '2', NULL, 'g', 'd', NULL, '{"dose":{"amount":"2","unit":"g","per":"d"},"rhythm":{"times":{"count":2,"per":"d"}}}');
INSERT INTO decision_position (event_seq, position, specialty, person, before, after, words) VALUES (1, 1, 'nephrology', NULL, 'unsure', 'agrees', 'sous réserve d''une nouvelle biopsie');
INSERT INTO decision_position (event_seq, position, specialty, person, before, after, words) VALUES (2, 1, 'nephrology', NULL, 'unsure', 'agrees', 'sous réserve d''une nouvelle biopsie');
INSERT INTO decision_position (event_seq, position, specialty, person, before, after, words) VALUES (3, 1, 'nephrology', NULL, 'unsure', 'agrees', 'sous réserve d''une nouvelle biopsie');
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
INSERT INTO hypothesis_cell (event_seq, position, topic, guideline, before, after) VALUES (5, 1, 'initial_therapy', 'kdigo-2024', 'avoid', 'recommended');
INSERT INTO hypothesis_fact (event_seq, position, fact, truth, supposed) VALUES (5, 1, 'proteinuria', '1.6 g/g', '3.5 g/g');
INSERT INTO meeting_act (event_seq, meeting, act, case_id, person, detail, at, actor) VALUES (7, '2026-02-20', 'opened', NULL, NULL, '{"act":"opened","title":"RCP lupus","reach":"regional","gathering":"hybrid","place":"Marseille","chair":"Dr C","secretary":"S. B.","charter":{"version":"regards-1","name":"RCP lupus","quorum":{"specialties":3,"counted":["nephrology","internal-medicine","rheumatology","immunology","pathology","dermatology","obstetrics","paediatrics","cardiology","haematology","neurology","ophthalmology","pulmonology","infectious-diseases","radiology","intensive-care","psychiatry","rehabilitation","general-practice"]},"time":{"discuss":"5 min","record":"1 min","break_after":"60 min","break_after_cases":10},"sign_within_days":8,"follow_up_months":[3,6,12]},"agenda":["LN-1"]}', '2026-02-20T14:09:22.123Z', 'S. B.');
INSERT INTO meeting_act (event_seq, meeting, act, case_id, person, detail, at, actor) VALUES (8, '2026-02-20', 'joined', NULL, 'Dr N', '{"act":"joined","person":{"name":"Dr N","specialty":"nephrology","role":"expert","centre":"Marseille"},"presence":"visio"}', '2026-02-20T14:09:22.123Z', 'S. B.');
INSERT INTO meeting_act (event_seq, meeting, act, case_id, person, detail, at, actor) VALUES (9, '2026-02-20', 'started', 'LN-1', NULL, '{"act":"started","case":"LN-1"}', '2026-02-20T14:09:22.123Z', 'S. B.');
INSERT INTO meeting_act (event_seq, meeting, act, case_id, person, detail, at, actor) VALUES (10, '2026-02-20', 'ended', 'LN-1', NULL, '{"act":"ended","case":"LN-1"}', '2026-02-20T14:09:22.123Z', 'S. B.');
INSERT INTO meeting_act (event_seq, meeting, act, case_id, person, detail, at, actor) VALUES (11, '2026-02-20', 'carried-over', 'LN-3', NULL, '{"act":"carried-over","case":"LN-3","reason":"temps écoulé"}', '2026-02-20T14:09:22.123Z', 'S. B.');
INSERT INTO meeting_act (event_seq, meeting, act, case_id, person, detail, at, actor) VALUES (12, '2026-02-20', 'closed', NULL, NULL, '{"act":"closed"}', '2026-02-20T14:09:22.123Z', 'S. B.');
INSERT INTO postponement (event_seq, case_id, alias, meeting, reason, at, actor) VALUES (4, 'LN-3', 'H. B.', '2026-02-20', 'biopsie attendue', '2026-02-20T14:06:22.123Z', 'Dr B');
