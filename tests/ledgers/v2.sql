-- head 8832cffbec6aaa0a7f80275970abf180e93518d82bebacfd3b4608828b9e5322
-- A ledger of format 2: its definitions, its journal, its tables.
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
PRAGMA application_id = 1380271939;
PRAGMA user_version = 2;
INSERT INTO event VALUES (1, '019c7b5c-c08b-76f5-a81a-8fe4a1026a5f', '2026-02-20T14:03:22.123Z', 'Dr A', 'LN-1', 'decision-locked', '{"case_id":"LN-1","alias":"H. B.","meeting":"2026-02-20","question":"Classe V pure sous IEC maximal : faut-il immunosupprimer ?","class":"V","upcr":"1,6 g/g","egfr":"118","case_yaml":"format: 1\ncase: LN-1\nquestion: \"Faut-il immunosupprimer ?\"\n# œdème ☂\n","case_sha256":"ecb4b0d32a6cc6bd1be285b22eeea25ff6ca371bd801c179d852fee77f0de4af","facts":{"upcr_g_per_g":"1.6","order":{"b":1,"a":[null,true]}},"editions":[{"guideline":"acr-2024","edition":"2024"}],"table":[["Traitement initial","● association","● trithérapie"]],"language":"fr","decision":{"outcome":"decided","lines":[{"kind":"start","drug":"mycophenolate_mofetil","words":"2 g/j en deux prises"},{"kind":"taper","drug":"prednisone","words":"0,4 mg/kg puis 5 mg à S24"},{"kind":"other","words":"biologie à M1 et M3"}],"rationale":"premier choix","concordance":[{"guideline":"acr-2024","edition":"2024","reading":"deviates","statements":["3.2"]},{"guideline":"kdigo-2024","edition":"2024","reading":"concordant","statements":["3.2"]}],"departures":[{"guideline":"acr-2024","reason":"pregnancy-or-wish"}],"next":"2026-05-20"}}', '0000000000000000000000000000000000000000000000000000000000000000', '09e87b59fe7adf22cb70b1dbd00a49acb1bbddd4e8c89e803905a301b1fdb51c');
INSERT INTO event VALUES (2, '019c7b5d-aaeb-7092-8365-7756b4267fcd', '2026-02-20T14:04:22.123Z', 'Dr B', 'LN-2', 'decision-locked', '{"case_id":"LN-2","alias":"H. B.","meeting":"2026-02-20","question":"Classe V pure sous IEC maximal : faut-il immunosupprimer ?","class":"V","upcr":"1,6 g/g","egfr":"118","case_yaml":"format: 1\ncase: LN-2\nquestion: \"Faut-il immunosupprimer ?\"\n# œdème ☂\n","case_sha256":"a83809480d9116d6f07f835e1270e2718f4f579cca02c700d433dce0c41d58be","facts":{"upcr_g_per_g":"1.6","order":{"b":1,"a":[null,true]}},"editions":[{"guideline":"acr-2024","edition":"2024"}],"table":[["Traitement initial","● association","● trithérapie"]],"language":"fr","decision":{"outcome":"decided","lines":[{"kind":"start","drug":"mycophenolate_mofetil","words":"2 g/j en deux prises"},{"kind":"taper","drug":"prednisone","words":"0,4 mg/kg puis 5 mg à S24"},{"kind":"other","words":"biologie à M1 et M3"}],"rationale":"autre cas","concordance":[{"guideline":"acr-2024","edition":"2024","reading":"deviates","statements":["3.2"]},{"guideline":"kdigo-2024","edition":"2024","reading":"concordant","statements":["3.2"]}],"departures":[{"guideline":"acr-2024","reason":"pregnancy-or-wish"}],"next":"2026-05-20"}}', '09e87b59fe7adf22cb70b1dbd00a49acb1bbddd4e8c89e803905a301b1fdb51c', '4b6a71ba61374f6b9c975ab5dcc16fe598e930bf7e3bbf67bbe451d7b5b4e48b');
INSERT INTO event VALUES (3, '019c7b5e-954b-73fe-aa3c-03c98c914015', '2026-02-20T14:05:22.123Z', 'Dr A', 'LN-1', 'decision-amended', '{"case_id":"LN-1","alias":"H. B.","meeting":"2026-02-20","question":"Classe V pure sous IEC maximal : faut-il immunosupprimer ?","class":"V","upcr":"1,6 g/g","egfr":"118","case_yaml":"format: 1\ncase: LN-1\nquestion: \"Faut-il immunosupprimer ?\"\n# œdème ☂\n","case_sha256":"ecb4b0d32a6cc6bd1be285b22eeea25ff6ca371bd801c179d852fee77f0de4af","facts":{"upcr_g_per_g":"1.6","order":{"b":1,"a":[null,true]}},"editions":[{"guideline":"acr-2024","edition":"2024"}],"table":[["Traitement initial","● association","● trithérapie"]],"language":"fr","decision":{"outcome":"decided","lines":[{"kind":"start","drug":"mycophenolate_mofetil","words":"2 g/j en deux prises"},{"kind":"taper","drug":"prednisone","words":"0,4 mg/kg puis 5 mg à S24"},{"kind":"other","words":"biologie à M1 et M3"}],"rationale":"second choix","concordance":[{"guideline":"acr-2024","edition":"2024","reading":"deviates","statements":["3.2"]},{"guideline":"kdigo-2024","edition":"2024","reading":"concordant","statements":["3.2"]}],"departures":[{"guideline":"acr-2024","reason":"pregnancy-or-wish"}],"next":"2026-05-20"},"amends":{"decision":"019c7b5c-c08b-76f5-a81a-8fe4a1026a5f","reason":"biologie reçue après la réunion"}}', '4b6a71ba61374f6b9c975ab5dcc16fe598e930bf7e3bbf67bbe451d7b5b4e48b', '0c63b4c0a8d3f793fac57392c9195e713fd6f2d949d28c73e025206b6daec738');
INSERT INTO event VALUES (4, '019c7b5f-7fab-7ec6-b1e9-ee8fee0649e1', '2026-02-20T14:06:22.123Z', 'Dr B', 'LN-3', 'passage-postponed', '{"case_id":"LN-3","alias":"H. B.","meeting":"2026-02-20","reason":"biopsie attendue"}', '0c63b4c0a8d3f793fac57392c9195e713fd6f2d949d28c73e025206b6daec738', '5732625f157a427837b4d9b7b8b30982b3a4f96152ee2dd643dab844a162b4c5');
INSERT INTO event VALUES (5, '019c7b60-6a0b-77f0-b7b0-99a99b26bcb9', '2026-02-20T14:07:22.123Z', 'Dr A', 'LN-1', 'hypothesis-recorded', '{"case_id":"LN-1","alias":"H. B.","meeting":"2026-02-20","day":"2026-02-20","question":"Classe V pure sous IEC maximal : faut-il immunosupprimer ?","class":"V","case_sha256":"99883026a70613959a3913aec02d8daf8f28efda6bd8d8d2ecb793a44f98c473","supposed":[{"fact":"proteinuria","truth":"1.6 g/g","supposed":"3.5 g/g"}],"changed":[{"topic":"initial_therapy","guideline":"kdigo-2024","before":{"verdict":"avoid","offers":[["mmf+cni","avoid"]]},"after":{"verdict":"recommended","offers":[["mmf+cni","recommended"]]}}],"editions":[{"guideline":"kdigo-2024","edition":"2024"}],"language":"fr","remark":"Et si la protéinurie montait ?"}', '5732625f157a427837b4d9b7b8b30982b3a4f96152ee2dd643dab844a162b4c5', '8832cffbec6aaa0a7f80275970abf180e93518d82bebacfd3b4608828b9e5322');
INSERT INTO decision VALUES (1, '019c7b5c-c08b-76f5-a81a-8fe4a1026a5f', '019c7b5c-c08b-76f5-a81a-8fe4a1026a5f', 1, NULL, NULL, 0, 'LN-1', 'H. B.', '2026-02-20', 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'V', '1,6 g/g', '118', 'decided', 'premier choix', '2026-05-20', 'fr', '2026-02-20T14:03:22.123Z', 'Dr A');
INSERT INTO decision VALUES (2, '019c7b5d-aaeb-7092-8365-7756b4267fcd', '019c7b5d-aaeb-7092-8365-7756b4267fcd', 1, NULL, NULL, 1, 'LN-2', 'H. B.', '2026-02-20', 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'V', '1,6 g/g', '118', 'decided', 'autre cas', '2026-05-20', 'fr', '2026-02-20T14:04:22.123Z', 'Dr B');
INSERT INTO decision VALUES (3, '019c7b5e-954b-73fe-aa3c-03c98c914015', '019c7b5c-c08b-76f5-a81a-8fe4a1026a5f', 2, '019c7b5c-c08b-76f5-a81a-8fe4a1026a5f', 'biologie reçue après la réunion', 1, 'LN-1', 'H. B.', '2026-02-20', 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'V', '1,6 g/g', '118', 'decided', 'second choix', '2026-05-20', 'fr', '2026-02-20T14:05:22.123Z', 'Dr A');
INSERT INTO decision_line VALUES (1, 1, 'start', 'mycophenolate_mofetil', '2 g/j en deux prises');
INSERT INTO decision_line VALUES (1, 2, 'taper', 'prednisone', '0,4 mg/kg puis 5 mg à S24');
INSERT INTO decision_line VALUES (1, 3, 'other', NULL, 'biologie à M1 et M3');
INSERT INTO decision_line VALUES (2, 1, 'start', 'mycophenolate_mofetil', '2 g/j en deux prises');
INSERT INTO decision_line VALUES (2, 2, 'taper', 'prednisone', '0,4 mg/kg puis 5 mg à S24');
INSERT INTO decision_line VALUES (2, 3, 'other', NULL, 'biologie à M1 et M3');
INSERT INTO decision_line VALUES (3, 1, 'start', 'mycophenolate_mofetil', '2 g/j en deux prises');
INSERT INTO decision_line VALUES (3, 2, 'taper', 'prednisone', '0,4 mg/kg puis 5 mg à S24');
INSERT INTO decision_line VALUES (3, 3, 'other', NULL, 'biologie à M1 et M3');
INSERT INTO decision_concordance VALUES (1, 1, 'acr-2024', '2024', 'deviates', '["3.2"]');
INSERT INTO decision_concordance VALUES (1, 2, 'kdigo-2024', '2024', 'concordant', '["3.2"]');
INSERT INTO decision_concordance VALUES (2, 1, 'acr-2024', '2024', 'deviates', '["3.2"]');
INSERT INTO decision_concordance VALUES (2, 2, 'kdigo-2024', '2024', 'concordant', '["3.2"]');
INSERT INTO decision_concordance VALUES (3, 1, 'acr-2024', '2024', 'deviates', '["3.2"]');
INSERT INTO decision_concordance VALUES (3, 2, 'kdigo-2024', '2024', 'concordant', '["3.2"]');
INSERT INTO decision_departure VALUES (1, 1, 'acr-2024', 'pregnancy-or-wish');
INSERT INTO decision_departure VALUES (2, 1, 'acr-2024', 'pregnancy-or-wish');
INSERT INTO decision_departure VALUES (3, 1, 'acr-2024', 'pregnancy-or-wish');
INSERT INTO postponement VALUES (4, 'LN-3', 'H. B.', '2026-02-20', 'biopsie attendue', '2026-02-20T14:06:22.123Z', 'Dr B');
INSERT INTO hypothesis VALUES (5, 'LN-1', 'H. B.', '2026-02-20', '2026-02-20', 'Classe V pure sous IEC maximal : faut-il immunosupprimer ?', 'V', '99883026a70613959a3913aec02d8daf8f28efda6bd8d8d2ecb793a44f98c473', 'fr', 'Et si la protéinurie montait ?', '2026-02-20T14:07:22.123Z', 'Dr A');
INSERT INTO hypothesis_fact VALUES (5, 1, 'proteinuria', '1.6 g/g', '3.5 g/g');
INSERT INTO hypothesis_cell VALUES (5, 1, 'initial_therapy', 'kdigo-2024', 'avoid', 'recommended');
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
