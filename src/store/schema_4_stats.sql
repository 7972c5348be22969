
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
