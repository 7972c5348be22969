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
