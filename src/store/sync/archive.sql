-- The shared archive, version 1: the journals of several centres, each as its centre wrote it. Written by `regards sync import`.
-- Read from the views: centres, and decisions, decision_history, decision_lines, concordance, postponements, which are those
-- of a centre's own database with the column `centre` before theirs. Names of cases and numbers are those of a centre.

CREATE TABLE event (
  -- One row per entry of a centre's journal, never changed.
  centre    TEXT NOT NULL,           -- whose journal it is
  seq       INTEGER NOT NULL,        -- 1, 2, 3… without a gap, for each centre
  id        TEXT NOT NULL,           -- UUID version 7
  at        TEXT NOT NULL,           -- when, UTC
  actor     TEXT NOT NULL,           -- who
  case_id   TEXT,                    -- the case it is about
  kind      TEXT NOT NULL,           -- decision-locked, decision-amended, passage-postponed…
  prev_hash TEXT NOT NULL,           -- hash of the row before of this centre; 64 zeros for its first
  hash      TEXT NOT NULL UNIQUE,    -- SHA-256 over the columns above but `centre`, and `payload`
  amends    TEXT GENERATED ALWAYS AS (json_extract(payload, '$.amends.decision')) STORED,  -- the version it replaces
  -- The payload without what is long: the case file, the facts, the rows and alerts as shown. The views read it.
  said      TEXT GENERATED ALWAYS AS (json_remove(payload, '$.case_yaml', '$.facts', '$.table', '$.safety')) STORED,
  payload   TEXT NOT NULL CHECK (json_valid(payload)),  -- what was recorded, whole and word by word
  PRIMARY KEY (centre, seq),
  UNIQUE (centre, id)
) STRICT;
CREATE INDEX event_locked ON event (centre, seq) WHERE kind = 'decision-locked';
CREATE INDEX event_amends ON event (centre, amends) WHERE kind = 'decision-amended';
CREATE INDEX event_postponed ON event (centre, seq) WHERE kind = 'passage-postponed';

CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN
  SELECT RAISE(ABORT, 'the journals are append-only');
END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN
  SELECT RAISE(ABORT, 'the journals are append-only');
END;
-- INSERT OR REPLACE deletes without firing the trigger above, hence the check of what it could replace.
CREATE TRIGGER event_at_the_end BEFORE INSERT ON event
WHEN NEW.seq IS NOT ifnull((SELECT max(seq) FROM event WHERE centre = NEW.centre), 0) + 1
  OR NEW.prev_hash IS NOT
     ifnull((SELECT hash FROM event WHERE centre = NEW.centre ORDER BY seq DESC LIMIT 1),
            '0000000000000000000000000000000000000000000000000000000000000000')
  OR EXISTS (SELECT 1 FROM event WHERE centre = NEW.centre AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM event WHERE hash = NEW.hash)
BEGIN
  SELECT RAISE(ABORT, 'the journals are append-only: an entry goes at the end of its centre''s chain');
END;

CREATE VIEW centres AS
  -- Whose journals are here, and how far each goes.
  SELECT e.centre, count(*) AS events, min(e.at) AS first_at, max(e.at) AS last_at,
         (SELECT l.hash FROM event AS l WHERE l.centre = e.centre ORDER BY l.seq DESC LIMIT 1) AS head
  FROM event AS e GROUP BY e.centre;

CREATE VIEW decision_history AS
  -- Every version of every decision; what it replaced and why.
  WITH RECURSIVE version (centre, seq, id, set_id, version) AS (
    SELECT centre, seq, id, id, 1 FROM event WHERE kind = 'decision-locked'
    UNION ALL
    SELECT e.centre, e.seq, e.id, v.set_id, v.version + 1
    FROM version AS v JOIN event AS e ON e.centre = v.centre AND e.amends = v.id WHERE e.kind = 'decision-amended'
  )
  SELECT v.centre, v.set_id, v.version, v.id,
         NOT EXISTS (SELECT 1 FROM event AS n WHERE n.kind = 'decision-amended' AND n.centre = v.centre
                       AND n.amends = v.id) AS is_current,
         e.amends AS supersedes, json_extract(e.said, '$.amends.reason') AS amend_reason, e.case_id,
         json_extract(e.said, '$.alias') AS alias, json_extract(e.said, '$.meeting') AS meeting,
         json_extract(e.said, '$.question') AS question, json_extract(e.said, '$.class') AS class,
         json_extract(e.said, '$.upcr') AS upcr, json_extract(e.said, '$.egfr') AS egfr,
         json_extract(e.said, '$.decision.outcome') AS outcome,
         json_extract(e.said, '$.decision.rationale') AS rationale,
         json_extract(e.said, '$.decision.next') AS next_date, e.at AS locked_at, e.actor, e.seq AS event_seq
  FROM version AS v JOIN event AS e ON e.centre = v.centre AND e.seq = v.seq;

CREATE VIEW decisions AS
  -- The decisions in force: the current version of each.
  SELECT centre, id, version, case_id, alias, meeting, question, class, upcr, egfr, outcome, rationale, next_date,
         locked_at, actor, set_id, event_seq
  FROM decision_history WHERE is_current = 1;

CREATE VIEW decision_lines AS
  -- Lines of treatment and action of the decisions in force, one row each.
  SELECT d.centre, d.id AS decision_id, d.case_id, d.alias, d.meeting, d.outcome, l.key + 1 AS position,
         json_extract(l.value, '$.kind') AS kind, json_extract(l.value, '$.drug') AS drug,
         json_extract(l.value, '$.words') AS words
  FROM decisions AS d JOIN event AS e ON e.centre = d.centre AND e.seq = d.event_seq
  JOIN json_each(e.said, '$.decision.lines') AS l WHERE l.type = 'object';

CREATE VIEW concordance AS
  -- How each decision in force reads against each guideline, with the reasons given for departing from it.
  SELECT d.centre, d.id AS decision_id, d.case_id, d.alias, d.meeting, d.class,
         json_extract(c.value, '$.guideline') AS guideline, json_extract(c.value, '$.edition') AS edition,
         json_extract(c.value, '$.reading') AS reading, ifnull(json_extract(c.value, '$.statements'), '[]') AS statements,
         (SELECT group_concat(json_extract(p.value, '$.reason'), ', ') FROM json_each(e.said, '$.decision.departures') AS p
          WHERE p.type = 'object' AND json_extract(p.value, '$.guideline') = json_extract(c.value, '$.guideline'))
           AS departure_reasons
  FROM decisions AS d JOIN event AS e ON e.centre = d.centre AND e.seq = d.event_seq
  JOIN json_each(e.said, '$.decision.concordance') AS c WHERE c.type = 'object';

CREATE VIEW postponements AS
  -- Cases put off, with the reason.
  SELECT centre, case_id, json_extract(said, '$.alias') AS alias, json_extract(said, '$.meeting') AS meeting,
         json_extract(said, '$.reason') AS reason, at, actor, seq AS event_seq
  FROM event WHERE kind = 'passage-postponed';
