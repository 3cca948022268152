-- Shift handovers, and the register of temporary repairs.

CREATE TABLE "temporary_repair" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "risk" TEXT NOT NULL,
    "risk_note" TEXT,
    "owner_id" UUID NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "work_order_id" UUID,
    "removed_op_id" UUID,
    "removed_by" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "removed_note" TEXT,

    CONSTRAINT "temporary_repair_pkey" PRIMARY KEY ("org_id","id"),
    CONSTRAINT "temporary_repair_risk_is_known" CHECK ("risk" IN ('low', 'medium', 'high'))
);

-- What the plant looked like at a moment: a handover is signed on one of these.
CREATE TABLE "handover_snapshot" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "area_id" UUID,
    "taken_by" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "handover_snapshot_pkey" PRIMARY KEY ("org_id","id")
);

CREATE TABLE "handover" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "area_id" UUID,
    "shift" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "signed_by" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_op_id" UUID,
    "acknowledged_by" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_note" TEXT,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("org_id","id"),
    CONSTRAINT "handover_shift_is_known" CHECK ("shift" IN ('early', 'late', 'night', 'day')),
    CONSTRAINT "handover_goes_to_another" CHECK ("acknowledged_by" <> "signed_by")
);

CREATE UNIQUE INDEX "temporary_repair_org_id_removed_op_id_key" ON "temporary_repair"("org_id", "removed_op_id");
CREATE INDEX "temporary_repair_org_id_asset_id_idx" ON "temporary_repair"("org_id", "asset_id");
CREATE INDEX "temporary_repair_standing" ON "temporary_repair" ("org_id", "site_id", "expires_at") WHERE "removed_at" IS NULL;
CREATE UNIQUE INDEX "handover_org_id_acknowledged_op_id_key" ON "handover"("org_id", "acknowledged_op_id");
CREATE INDEX "handover_org_id_site_id_signed_at_idx" ON "handover"("org_id", "site_id", "signed_at");

ALTER TABLE "temporary_repair" ADD CONSTRAINT "temporary_repair_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "temporary_repair" ADD CONSTRAINT "temporary_repair_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "temporary_repair" ADD CONSTRAINT "temporary_repair_org_id_owner_id_fkey" FOREIGN KEY ("org_id", "owner_id") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "temporary_repair" ADD CONSTRAINT "temporary_repair_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "handover_snapshot" ADD CONSTRAINT "handover_snapshot_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "handover" ADD CONSTRAINT "handover_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "handover" ADD CONSTRAINT "handover_org_id_snapshot_id_fkey" FOREIGN KEY ("org_id", "snapshot_id") REFERENCES "handover_snapshot"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "temporary_repair" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "temporary_repair" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "temporary_repair" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE ON "temporary_repair" TO mw_app;

ALTER TABLE "handover_snapshot" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "handover_snapshot" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "handover_snapshot" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT ON "handover_snapshot" TO mw_app;

ALTER TABLE "handover" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "handover" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "handover" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE ON "handover" TO mw_app;
