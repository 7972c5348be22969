-- The journals of regards for PostgreSQL 12 or later, in a database of encoding UTF8. Load it so:
--   psql --no-psqlrc -v ON_ERROR_STOP=1 -d DATABASE -f FILE
-- Loading it again, or a later one, adds what is new and changes nothing: an entry that is there already is compared, and
-- one that differs, leaves a gap or does not have the hash of its content stops the whole script.
-- Read from the views: centres, decisions, decision_history, decision_lines, concordance, postponements.

SET client_encoding = 'UTF8';
SET client_min_messages = warning;
BEGIN;

CREATE SCHEMA IF NOT EXISTS regards;

CREATE TABLE IF NOT EXISTS regards.event (
  centre    text NOT NULL,           -- whose journal it is
  seq       bigint NOT NULL,         -- 1, 2, 3… without a gap, for each centre
  id        text NOT NULL,           -- UUID version 7
  at        text NOT NULL,           -- when, UTC
  actor     text NOT NULL,           -- who
  case_id   text,                    -- the case it is about
  kind      text NOT NULL,           -- decision-locked, decision-amended, passage-postponed…
  payload   text NOT NULL,           -- what was recorded, word by word as it was hashed
  prev_hash text NOT NULL,           -- hash of the row before of this centre; 64 zeros for its first
  hash      text NOT NULL UNIQUE,    -- SHA-256 over the columns above but `centre`
  -- The payload without what is long: the case file, the facts, the rows and alerts as shown. The views read it. (The zero
  -- character, which jsonb cannot hold, is another there.)
  said      jsonb NOT NULL GENERATED ALWAYS AS
              (replace(payload, E'\\u0000', E'\\ufffd')::jsonb - '{case_yaml,facts,table,safety}'::text[]) STORED,
  PRIMARY KEY (centre, seq),
  UNIQUE (centre, id)
);
CREATE INDEX IF NOT EXISTS event_locked ON regards.event (centre, seq) WHERE kind = 'decision-locked';
CREATE INDEX IF NOT EXISTS event_amends ON regards.event (centre, (said #>> '{amends,decision}'))
  WHERE kind = 'decision-amended';
CREATE INDEX IF NOT EXISTS event_postponed ON regards.event (centre, seq) WHERE kind = 'passage-postponed';

CREATE OR REPLACE FUNCTION regards.hashed(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $regards$
  SELECT coalesce(octet_length(convert_to(words, 'UTF8'))::text || ':' || words || ',', '~,')
$regards$;

CREATE OR REPLACE FUNCTION regards.event_added() RETURNS trigger LANGUAGE plpgsql AS $regards$
DECLARE
  known text;
BEGIN
  IF NEW.hash IS DISTINCT FROM encode(sha256(convert_to(
       regards.hashed('regards-event-1') || regards.hashed(NEW.seq::text) || regards.hashed(NEW.id) || regards.hashed(NEW.at)
       || regards.hashed(NEW.actor) || regards.hashed(NEW.case_id) || regards.hashed(NEW.kind) || regards.hashed(NEW.payload)
       || regards.hashed(NEW.prev_hash), 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'regards: entry % of % does not have the hash of its content: nothing was loaded', NEW.seq, NEW.centre;
  END IF;
  SELECT e.hash INTO known FROM regards.event AS e WHERE e.centre = NEW.centre AND e.seq = NEW.seq;
  IF known = NEW.hash THEN
    RETURN NULL;
  ELSIF known IS NOT NULL THEN
    RAISE EXCEPTION 'regards: entry % of % is another than the one that is here: nothing was loaded', NEW.seq, NEW.centre;
  END IF;
  IF NEW.prev_hash IS DISTINCT FROM (CASE NEW.seq WHEN 1 THEN repeat('0', 64) ELSE
       (SELECT e.hash FROM regards.event AS e WHERE e.centre = NEW.centre AND e.seq = NEW.seq - 1) END) THEN
    RAISE EXCEPTION 'regards: entry % of % does not follow what is here: nothing was loaded', NEW.seq, NEW.centre;
  END IF;
  RETURN NEW;
END
$regards$;

CREATE OR REPLACE FUNCTION regards.event_kept() RETURNS trigger LANGUAGE plpgsql AS $regards$
BEGIN
  RAISE EXCEPTION 'regards: the journals are append-only';
END
$regards$;

DROP TRIGGER IF EXISTS event_added ON regards.event;
CREATE TRIGGER event_added BEFORE INSERT ON regards.event FOR EACH ROW EXECUTE FUNCTION regards.event_added();
DROP TRIGGER IF EXISTS event_kept ON regards.event;
CREATE TRIGGER event_kept BEFORE UPDATE OR DELETE ON regards.event FOR EACH ROW EXECUTE FUNCTION regards.event_kept();
DROP TRIGGER IF EXISTS event_whole ON regards.event;
CREATE TRIGGER event_whole BEFORE TRUNCATE ON regards.event FOR EACH STATEMENT EXECUTE FUNCTION regards.event_kept();

CREATE OR REPLACE FUNCTION regards.list(data jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $regards$
  SELECT CASE jsonb_typeof(data) WHEN 'array' THEN data ELSE '[]'::jsonb END
$regards$;

-- Whose journals are here, and how far each goes.
CREATE OR REPLACE VIEW regards.centres (centre, events, first_at, last_at, head) AS
  SELECT e.centre, count(*), min(e.at), max(e.at),
         (SELECT l.hash FROM regards.event AS l WHERE l.centre = e.centre ORDER BY l.seq DESC LIMIT 1)
  FROM regards.event AS e GROUP BY e.centre;

-- Every version of every decision; what it replaced and why.
CREATE OR REPLACE VIEW regards.decision_history (centre, set_id, version, id, is_current, supersedes, amend_reason, case_id,
    alias, meeting, question, class, upcr, egfr, outcome, rationale, next_date, locked_at, actor, event_seq) AS
  WITH RECURSIVE version (centre, seq, id, set_id, version) AS (
    SELECT e.centre, e.seq, e.id, e.id, 1 FROM regards.event AS e WHERE e.kind = 'decision-locked'
    UNION ALL
    SELECT e.centre, e.seq, e.id, v.set_id, v.version + 1
    FROM version AS v JOIN regards.event AS e ON e.centre = v.centre AND e.said #>> '{amends,decision}' = v.id
    WHERE e.kind = 'decision-amended'
  )
  SELECT v.centre, v.set_id, v.version, v.id,
         CASE WHEN EXISTS (SELECT 1 FROM regards.event AS n WHERE n.kind = 'decision-amended' AND n.centre = v.centre
                             AND n.said #>> '{amends,decision}' = v.id) THEN 0 ELSE 1 END,
         e.said #>> '{amends,decision}', e.said #>> '{amends,reason}', e.case_id, e.said ->> 'alias', e.said ->> 'meeting',
         e.said ->> 'question', e.said ->> 'class', e.said ->> 'upcr', e.said ->> 'egfr', e.said #>> '{decision,outcome}',
         e.said #>> '{decision,rationale}', e.said #>> '{decision,next}', e.at, e.actor, e.seq
  FROM version AS v JOIN regards.event AS e ON e.centre = v.centre AND e.seq = v.seq;

-- The decisions in force: the current version of each.
CREATE OR REPLACE VIEW regards.decisions (centre, id, version, case_id, alias, meeting, question, class, upcr, egfr, outcome,
    rationale, next_date, locked_at, actor, set_id, event_seq) AS
  SELECT centre, id, version, case_id, alias, meeting, question, class, upcr, egfr, outcome, rationale, next_date, locked_at,
         actor, set_id, event_seq
  FROM regards.decision_history WHERE is_current = 1;

-- Lines of treatment and action of the decisions in force, one row each.
CREATE OR REPLACE VIEW regards.decision_lines (centre, decision_id, case_id, alias, meeting, outcome, position, kind, drug,
    words) AS
  SELECT d.centre, d.id, d.case_id, d.alias, d.meeting, d.outcome, l.position, l.value ->> 'kind', l.value ->> 'drug',
         l.value ->> 'words'
  FROM regards.decisions AS d JOIN regards.event AS e ON e.centre = d.centre AND e.seq = d.event_seq
  CROSS JOIN LATERAL jsonb_array_elements(regards.list(e.said #> '{decision,lines}')) WITH ORDINALITY AS l (value, position)
  WHERE jsonb_typeof(l.value) = 'object';

-- How each decision in force reads against each guideline, with the reasons given for departing from it.
CREATE OR REPLACE VIEW regards.concordance (centre, decision_id, case_id, alias, meeting, class, guideline, edition, reading,
    statements, departure_reasons) AS
  SELECT d.centre, d.id, d.case_id, d.alias, d.meeting, d.class, c.value ->> 'guideline', c.value ->> 'edition',
         c.value ->> 'reading', coalesce(c.value -> 'statements', '[]'::jsonb),
         (SELECT string_agg(p.value ->> 'reason', ', ' ORDER BY p.position)
          FROM jsonb_array_elements(regards.list(e.said #> '{decision,departures}')) WITH ORDINALITY AS p (value, position)
          WHERE jsonb_typeof(p.value) = 'object' AND p.value ->> 'guideline' = c.value ->> 'guideline')
  FROM regards.decisions AS d JOIN regards.event AS e ON e.centre = d.centre AND e.seq = d.event_seq
  CROSS JOIN LATERAL jsonb_array_elements(regards.list(e.said #> '{decision,concordance}')) WITH ORDINALITY
    AS c (value, position)
  WHERE jsonb_typeof(c.value) = 'object';

-- Cases put off, with the reason.
CREATE OR REPLACE VIEW regards.postponements (centre, case_id, alias, meeting, reason, at, actor, event_seq) AS
  SELECT e.centre, e.case_id, e.said ->> 'alias', e.said ->> 'meeting', e.said ->> 'reason', e.at, e.actor, e.seq
  FROM regards.event AS e WHERE e.kind = 'passage-postponed';

-- One loader at a time: what follows is compared with what is there.
LOCK TABLE regards.event IN SHARE ROW EXCLUSIVE MODE;

