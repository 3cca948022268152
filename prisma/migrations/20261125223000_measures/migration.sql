-- Rules judge measures of a point and have levels; machines have limits of their own; what rules have learnt is kept.

-- 0 for the rule's own limits, 1 and up for its further levels.
ALTER TABLE "rule_state" ADD COLUMN "level" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "rule_state" DROP CONSTRAINT "rule_state_pkey",
ADD CONSTRAINT "rule_state_pkey" PRIMARY KEY ("org_id", "rule_id", "point_no", "track", "level");
ALTER TABLE "transition" ADD COLUMN "level" INTEGER NOT NULL DEFAULT 0;

-- How urgent those are who fire now, null for as urgent as ever; "priority" is the worst that was reached.
ALTER TABLE "incident" ADD COLUMN "current_priority" INTEGER;

-- When a source was last heard and when it was silent itself, as {heardAt, list: [[from, to], …]} in event time (epoch ms); null where no rule asks.
ALTER TABLE "source_state" ADD COLUMN "pauses" JSONB;
ALTER TABLE "source_track_state" ADD COLUMN "pauses" JSONB;

-- What a measurement truly covers: a zone of ISO 20816-3 asks for it.
ALTER TABLE "point" ADD COLUMN "band_high_hz" DOUBLE PRECISION,
ADD COLUMN "band_low_hz" DOUBLE PRECISION,
ADD COLUMN "sample_rate_hz" DOUBLE PRECISION;
ALTER TABLE "point_template" ADD COLUMN "band_high_hz" DOUBLE PRECISION,
ADD COLUMN "band_low_hz" DOUBLE PRECISION,
ADD COLUMN "sample_rate_hz" DOUBLE PRECISION;

-- What the rules of a lane have learnt, saved now and then; the readings since are learnt again after a restart. System table.
CREATE TABLE "lane_signals" (
    "lane_no" INTEGER NOT NULL,
    "track" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "signals" JSONB NOT NULL,

    CONSTRAINT "lane_signals_pkey" PRIMARY KEY ("lane_no","track")
);

-- One machine's own limits for a rule of its class.
CREATE TABLE "rule_override" (
    "org_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "limits" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_override_pkey" PRIMARY KEY ("org_id","rule_id","asset_id")
);

-- A machine was repaired or exchanged: what was learnt before no longer holds. A person says whether what is learnt since may be trusted.
CREATE TABLE "baseline_reset" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "work_order_id" UUID,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checked_by" UUID,
    "checked_at" TIMESTAMPTZ(3),
    "verdict" TEXT,

    CONSTRAINT "baseline_reset_pkey" PRIMARY KEY ("org_id","id")
);

CREATE INDEX "baseline_reset_org_id_asset_id_at_idx" ON "baseline_reset"("org_id", "asset_id", "at");

ALTER TABLE "rule_override" ADD CONSTRAINT "rule_override_org_id_rule_id_fkey" FOREIGN KEY ("org_id", "rule_id") REFERENCES "rule"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_override" ADD CONSTRAINT "rule_override_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "baseline_reset" ADD CONSTRAINT "baseline_reset_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rule_override', 'baseline_reset'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO mw_app', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON "lane_signals" TO mw_system;
