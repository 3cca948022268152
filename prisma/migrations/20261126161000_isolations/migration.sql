-- Isolation (lockout, tagout): plans of machines by version, and isolations of orders as what was done to them, one after the other.

CREATE TABLE "isolation_plan" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "edited_by" UUID,
    "edited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by" UUID,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "isolation_plan_pkey" PRIMARY KEY ("org_id","id")
);

CREATE TABLE "isolation" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "plan_version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "begun_by" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'isolating',
    "locks" JSONB NOT NULL DEFAULT '[]',
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "isolation_pkey" PRIMARY KEY ("org_id","id"),
    CONSTRAINT "isolation_phase_is_known" CHECK ("phase" IN ('isolating', 'isolated', 'lifted', 'ended'))
);

CREATE TABLE "isolation_event" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "isolation_id" UUID NOT NULL,
    "op_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "isolation_event_pkey" PRIMARY KEY ("org_id","id")
);

CREATE UNIQUE INDEX "isolation_plan_org_id_asset_id_version_key" ON "isolation_plan"("org_id", "asset_id", "version");
-- One draft of a machine's plan at a time, and one isolation of an order.
CREATE UNIQUE INDEX "isolation_plan_one_draft" ON "isolation_plan" ("org_id", "asset_id") WHERE "published_at" IS NULL;
CREATE UNIQUE INDEX "isolation_one_open_per_order" ON "isolation" ("org_id", "work_order_id") WHERE "ended_at" IS NULL;
CREATE INDEX "isolation_org_id_asset_id_idx" ON "isolation"("org_id", "asset_id");
CREATE INDEX "isolation_org_id_work_order_id_idx" ON "isolation"("org_id", "work_order_id");
CREATE INDEX "isolation_org_id_site_id_idx" ON "isolation"("org_id", "site_id");
CREATE UNIQUE INDEX "isolation_event_org_id_op_id_key" ON "isolation_event"("org_id", "op_id");
CREATE UNIQUE INDEX "isolation_event_org_id_isolation_id_no_key" ON "isolation_event"("org_id", "isolation_id", "no");

ALTER TABLE "isolation_plan" ADD CONSTRAINT "isolation_plan_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "isolation" ADD CONSTRAINT "isolation_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "isolation" ADD CONSTRAINT "isolation_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "isolation" ADD CONSTRAINT "isolation_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "isolation" ADD CONSTRAINT "isolation_org_id_plan_id_fkey" FOREIGN KEY ("org_id", "plan_id") REFERENCES "isolation_plan"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "isolation_event" ADD CONSTRAINT "isolation_event_org_id_isolation_id_fkey" FOREIGN KEY ("org_id", "isolation_id") REFERENCES "isolation"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- People work by a published version: it never changes.
CREATE FUNCTION "isolation_plan_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published isolation plan never changes';
END $$;
CREATE TRIGGER "isolation_plan_published_stays" BEFORE UPDATE OR DELETE ON "isolation_plan" FOR EACH ROW WHEN (OLD."published_at" IS NOT NULL) EXECUTE FUNCTION "isolation_plan_stays"();

ALTER TABLE "isolation_plan" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "isolation_plan" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "isolation_plan" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE, DELETE ON "isolation_plan" TO mw_app;

ALTER TABLE "isolation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "isolation" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "isolation" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE ON "isolation" TO mw_app;

ALTER TABLE "isolation_event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "isolation_event" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "isolation_event" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT ON "isolation_event" TO mw_app;
