-- Row-level security. mw_app serves people, mw_system serves machines (workers and the machine door).
-- The roles are made before the first migration (server/platform/embedded, server/cli); a bare shadow
-- database has them too, since roles belong to the cluster.

-- One open ticket per incident key: open means not closed, cancelled or rejected.
CREATE UNIQUE INDEX "work_order_one_open_per_incident_key" ON "work_order" ("org_id", "incident_key")
  WHERE "incident_key" IS NOT NULL AND "status" NOT IN ('closed', 'cancelled', 'rejected');

-- One open episode per key.
CREATE UNIQUE INDEX "incident_one_open_per_key" ON "incident" ("org_id", "key") WHERE "state" = 'open' AND NOT "happened_offline";

-- One running timer per person and order.
CREATE UNIQUE INDEX "labour_one_running_per_person" ON "labour" ("org_id", "work_order_id", "person_id") WHERE "ended_at" IS NULL;

-- One piece of equipment is at one place at a time.
CREATE UNIQUE INDEX "installation_one_current_per_equipment" ON "installation" ("org_id", "equipment_id") WHERE "to_at" IS NULL;

-- A role at every site is granted once (a plain unique key lets nulls repeat).
CREATE UNIQUE INDEX "role_grant_one_everywhere" ON "role_grant" ("org_id", "person_id", "role") WHERE "site_id" IS NULL;

-- What the worker and the relay look for all day.
CREATE INDEX "inbox_not_done" ON "inbox" ("lane_no", "no") WHERE "done_at" IS NULL;
CREATE INDEX "outbox_not_relayed" ON "outbox" ("no") WHERE "relayed_at" IS NULL;
CREATE INDEX "outbox_not_done" ON "outbox" ("no") WHERE "done_at" IS NULL;

-- The tenant of this transaction; null (no rows) when none is set.
CREATE FUNCTION "current_org"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('mw.org', true), '')::uuid;

DO $$
DECLARE
  t text;
  tenant_tables text[] := ARRAY[
    'site','person','role_grant','team','team_member','first_day_step',
    'asset_class','point_template','failure_mode','maintainable_item','asset','equipment','installation','maintenance_window',
    'point','source','quarantine','health_notice','waveform',
    'rule','rule_version','rule_state','transition','incident','alarm',
    'work_order','work_order_task','work_order_event','labour','part','part_use','evidence',
    'counter','audit','attachment'];
  system_tables text[] := ARRAY['lane','source_state','inbox','outbox','dead_letter','api_key','membership',
    'auth_user','auth_session','auth_account','auth_verification'];
BEGIN
  FOREACH t IN ARRAY tenant_tables LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org())', t);
    IF t = 'audit' THEN
      EXECUTE format('GRANT SELECT, INSERT ON %I TO mw_app', t);
    ELSE
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO mw_app', t);
    END IF;
  END LOOP;
  FOREACH t IN ARRAY system_tables LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO mw_system', t);
  END LOOP;
END $$;

ALTER TABLE "organization" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "organization" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "organization" TO mw_app USING (id = current_org()) WITH CHECK (id = current_org());
GRANT SELECT, INSERT, UPDATE ON "organization" TO mw_app;
-- Machines and commands find an organization by its name before a tenant is known.
CREATE POLICY directory ON "organization" FOR SELECT TO mw_system USING (true);

-- Published versions never change; audit rows never change (no UPDATE or DELETE is granted on them).
REVOKE DELETE ON "rule_version" FROM mw_app;

-- People's transactions leave messages and may see how their sources and lanes do, never touch them otherwise.
GRANT INSERT ON "outbox" TO mw_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO mw_app, mw_system;
GRANT USAGE ON SCHEMA public TO mw_app, mw_system;

-- mw_system does tenant work too, as a member of mw_app (granted where the roles are made), under the same policies.
