-- An episode found in an edge's backlog is never the row of one judged live, even if both began in the same millisecond.
DROP INDEX "incident_org_id_key_opened_at_key";
CREATE UNIQUE INDEX "incident_org_id_key_opened_at_happened_offline_key" ON "incident"("org_id", "key", "opened_at", "happened_offline");

-- One open episode per key on the backlog track, too.
DROP INDEX "incident_open_offline";
CREATE UNIQUE INDEX "incident_one_open_offline_per_key" ON "incident" ("org_id", "key") WHERE "state" = 'open' AND "happened_offline";
