-- What a rule had learnt of a point before its machine was repaired, and what it learnt afterwards: one that is worse needs a person's decision.
CREATE TABLE "baseline_check" (
    "org_id" UUID NOT NULL,
    "reset_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "rule_version_id" UUID NOT NULL,
    "point_no" INTEGER NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "learnt_at" TIMESTAMPTZ(3),
    "finding" TEXT,
    "band" INTEGER,
    "was" DOUBLE PRECISION,
    "is" DOUBLE PRECISION,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "baseline_check_pkey" PRIMARY KEY ("org_id","reset_id","rule_version_id","point_no")
);

ALTER TABLE "baseline_check" ADD CONSTRAINT "baseline_check_org_id_reset_id_fkey" FOREIGN KEY ("org_id", "reset_id") REFERENCES "baseline_reset"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "baseline_check" ADD CONSTRAINT "baseline_check_org_id_rule_id_fkey" FOREIGN KEY ("org_id", "rule_id") REFERENCES "rule"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "baseline_check" ADD CONSTRAINT "baseline_check_finding_is_known" CHECK ("finding" IN ('worse', 'outside-zone'));

-- Lanes ask what still learns, and what was decided and is not taken in yet.
CREATE INDEX "baseline_check_org_id_rule_id_idx" ON "baseline_check"("org_id", "rule_id");

ALTER TABLE "baseline_check" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "baseline_check" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "baseline_check" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE, DELETE ON "baseline_check" TO mw_app;

-- Why a person decided as they did.
ALTER TABLE "baseline_reset" ADD COLUMN "checked_note" TEXT;

-- An order restarts the learning of a machine once, whatever is retried.
CREATE UNIQUE INDEX "baseline_reset_org_id_work_order_id_asset_id_at_key" ON "baseline_reset"("org_id", "work_order_id", "asset_id", "at");
