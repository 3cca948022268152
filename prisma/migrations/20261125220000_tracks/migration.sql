-- Tracks of judging beside the live one: backlog (what an edge sends after it was offline) and shadow (a rule version that only counts).

-- The version judged in shadow, and since when. Changing it bumps the config_version of the rule's sites, as publishing does.
ALTER TABLE "rule" ADD COLUMN "shadow_since" TIMESTAMPTZ(3),
ADD COLUMN "shadow_version" INTEGER;

-- A rule taken out of force is watched by nobody.
ALTER TABLE "rule" ADD CONSTRAINT "rule_retired_has_no_shadow" CHECK ("status" <> 'retired' OR "shadow_version" IS NULL);

-- live | backlog | shadow
ALTER TABLE "rule_state" ADD COLUMN "track" TEXT NOT NULL DEFAULT 'live';
ALTER TABLE "rule_state" DROP CONSTRAINT "rule_state_pkey",
ADD CONSTRAINT "rule_state_pkey" PRIMARY KEY ("org_id", "rule_id", "point_no", "track");

-- Where a source stands in event time on a track beside the live one; the live one stands in source_state.
CREATE TABLE "source_track_state" (
    "org_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "track" TEXT NOT NULL,
    "watermark" TIMESTAMPTZ(3),
    "evaluated_through" TIMESTAMPTZ(3),
    "waiting" BYTEA,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_track_state_pkey" PRIMARY KEY ("org_id","source_id","track")
);

-- An episode of a rule version judged in shadow: what the version would have raised.
CREATE TABLE "shadow_firing" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "rule_version_id" UUID NOT NULL,
    "point_no" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "priority" INTEGER NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "limit" DOUBLE PRECISION NOT NULL,
    "peak_value" DOUBLE PRECISION NOT NULL,
    "peak_at" TIMESTAMPTZ(3) NOT NULL,
    "gate_value" DOUBLE PRECISION,
    "firing" TEXT[],
    "suppressed" BOOLEAN NOT NULL DEFAULT false,
    "suppressed_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shadow_firing_pkey" PRIMARY KEY ("org_id","id")
);

CREATE INDEX "shadow_firing_org_id_rule_id_opened_at_idx" ON "shadow_firing"("org_id", "rule_id", "opened_at");

CREATE UNIQUE INDEX "shadow_firing_org_id_rule_version_id_key_opened_at_key" ON "shadow_firing"("org_id", "rule_version_id", "key", "opened_at");

-- What a lane reads when it begins to judge: the episodes that still last.
CREATE INDEX "shadow_firing_lasting" ON "shadow_firing" ("org_id", "site_id") WHERE "resolved_at" IS NULL;
CREATE INDEX "incident_open_offline" ON "incident" ("org_id", "site_id") WHERE "state" = 'open' AND "happened_offline";

ALTER TABLE "source_track_state" ADD CONSTRAINT "source_track_state_org_id_source_id_fkey" FOREIGN KEY ("org_id", "source_id") REFERENCES "source"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "shadow_firing" ADD CONSTRAINT "shadow_firing_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "shadow_firing" ADD CONSTRAINT "shadow_firing_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "shadow_firing" ADD CONSTRAINT "shadow_firing_org_id_rule_id_fkey" FOREIGN KEY ("org_id", "rule_id") REFERENCES "rule"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "shadow_firing" ADD CONSTRAINT "shadow_firing_org_id_rule_version_id_fkey" FOREIGN KEY ("org_id", "rule_version_id") REFERENCES "rule_version"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['source_track_state', 'shadow_firing'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO mw_app', t);
  END LOOP;
END $$;
