-- The same view, with the episodes of each order as a list. As a sub-select of evidence and the order's own episode, once more in a query over the
-- view, they made PostgreSQL's planner crash.
CREATE OR REPLACE VIEW "rule_call" WITH (security_invoker = true) AS
SELECT w.org_id, w.id AS work_order_id, w.site_id, w.asset_id, w.created_at, took.rule_id, took.rule_version_id,
       coalesce(took.fired_at, least(first.opened_at, w.created_at)) AS alert_at, own.incident_ids
  FROM work_order w
 CROSS JOIN LATERAL (
   SELECT array_append(ARRAY(SELECT e.incident_id FROM evidence e WHERE e.org_id = w.org_id AND e.work_order_id = w.id AND e.incident_id IS DISTINCT FROM w.incident_id), w.incident_id)
          AS incident_ids OFFSET 0) AS own
 CROSS JOIN LATERAL (
   SELECT part.rule_id, (array_agg(part.rule_version_id ORDER BY part.rank DESC, part.at DESC NULLS LAST))[1] AS rule_version_id, min(part.at) AS fired_at
     FROM (SELECT w.rule_id, w.rule_version_id, 1 AS rank, NULL::timestamptz AS at WHERE w.rule_id IS NOT NULL
           UNION ALL
           SELECT t.rule_id, t.rule_version_id, 0, t.at FROM transition t
            WHERE t.org_id = w.org_id AND t.to_phase IN ('firing', 'no-data') AND t.from_phase <> 'keep-firing' AND t.incident_id = ANY (own.incident_ids)) AS part
    GROUP BY part.rule_id) AS took
 CROSS JOIN LATERAL (SELECT min(i.opened_at) AS opened_at FROM incident i WHERE i.org_id = w.org_id AND i.id = ANY (own.incident_ids)) AS first
 WHERE w.source = 'condition';
