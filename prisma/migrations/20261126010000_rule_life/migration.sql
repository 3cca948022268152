-- The life of a rule: every turn with who, when and why. Rows are added and never changed.
CREATE TABLE "rule_event" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "rule_version_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "reason" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "rule_event_pkey" PRIMARY KEY ("org_id","id")
);

CREATE INDEX "rule_event_org_id_rule_id_at_idx" ON "rule_event"("org_id", "rule_id", "at");

ALTER TABLE "rule_event" ADD CONSTRAINT "rule_event_org_id_rule_id_fkey" FOREIGN KEY ("org_id", "rule_id") REFERENCES "rule"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "rule_event" ADD CONSTRAINT "rule_event_org_id_rule_version_id_fkey" FOREIGN KEY ("org_id", "rule_version_id") REFERENCES "rule_version"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "rule_event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rule_event" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "rule_event" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT ON "rule_event" TO mw_app;

-- Which rules took part in which condition order, by which version, and when each first fired in it: the rule that the order names, and those that
-- fired in its episodes beside it. It sees what whoever asks may see.
CREATE VIEW "rule_call" WITH (security_invoker = true) AS
SELECT w.org_id, w.id AS work_order_id, w.site_id, w.asset_id, w.created_at, took.rule_id, took.rule_version_id,
       coalesce(took.fired_at, least(first.opened_at, w.created_at)) AS alert_at
  FROM work_order w
 CROSS JOIN LATERAL (
   SELECT part.rule_id, (array_agg(part.rule_version_id ORDER BY part.rank DESC, part.at DESC NULLS LAST))[1] AS rule_version_id, min(part.at) AS fired_at
     FROM (SELECT w.rule_id, w.rule_version_id, 1 AS rank, NULL::timestamptz AS at WHERE w.rule_id IS NOT NULL
           UNION ALL
           SELECT t.rule_id, t.rule_version_id, 0, t.at FROM transition t
            WHERE t.org_id = w.org_id AND t.to_phase IN ('firing', 'no-data') AND t.from_phase <> 'keep-firing'
              AND t.incident_id IN (SELECT e.incident_id FROM evidence e WHERE e.org_id = w.org_id AND e.work_order_id = w.id UNION ALL SELECT w.incident_id)) AS part
    GROUP BY part.rule_id) AS took
 CROSS JOIN LATERAL (
   SELECT min(i.opened_at) AS opened_at FROM incident i
    WHERE i.org_id = w.org_id AND i.id IN (SELECT e.incident_id FROM evidence e WHERE e.org_id = w.org_id AND e.work_order_id = w.id UNION ALL SELECT w.incident_id)) AS first
 WHERE w.source = 'condition';

GRANT SELECT ON "rule_call" TO mw_app;
