-- Alarm handling (ISA-18.2, IEC 62682): shelves, out of service, suppression by design, floods and a journal.

-- A shelf is of the alarm's key, not of one episode: see alarm_shelf.
ALTER TABLE "alarm" DROP COLUMN "shelved_until", DROP COLUMN "shelved_reason";

-- Why an episode is kept from raising a ticket or calling anybody, besides maintenance: shelved | out-of-service | by-design.
ALTER TABLE "incident" ADD COLUMN "held" TEXT,
  -- The line (else area, else root) whose floods it counts for; fixed when it opens.
  ADD COLUMN "group_id" UUID,
  -- The first-out of the flood that it is folded under.
  ADD COLUMN "parent_id" UUID;

-- CreateTable
CREATE TABLE "alarm_shelf" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "shelved_by" UUID NOT NULL,
    "shelved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "ended_cause" TEXT,

    CONSTRAINT "alarm_shelf_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "alarm_outage" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "rule_id" UUID,
    "point_no" INTEGER,
    "reason" TEXT NOT NULL,
    "work_order_id" UUID NOT NULL,
    "taken_by" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "alarm_outage_pkey" PRIMARY KEY ("org_id","id"),
    CONSTRAINT "alarm_outage_of_one_thing" CHECK (("rule_id" IS NULL) <> ("point_no" IS NULL))
);

-- CreateTable
CREATE TABLE "alarm_suppression" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "cause_point_no" INTEGER NOT NULL,
    "direction" TEXT NOT NULL,
    "limit" DOUBLE PRECISION NOT NULL,
    "asset_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "alarm_suppression_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "alarm_flood" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "parent_id" UUID NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alarm_flood_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "alarm_event" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "incident_id" UUID,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_type" TEXT NOT NULL,
    "actor_id" UUID,
    "from_state" TEXT,
    "to_state" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "no" BIGSERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alarm_event_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE INDEX "incident_org_id_group_id_opened_at_idx" ON "incident"("org_id", "group_id", "opened_at");

-- CreateIndex
CREATE INDEX "incident_org_id_parent_id_idx" ON "incident"("org_id", "parent_id");

-- CreateIndex
CREATE INDEX "alarm_shelf_org_id_key_shelved_at_idx" ON "alarm_shelf"("org_id", "key", "shelved_at");

-- CreateIndex
CREATE INDEX "alarm_outage_org_id_asset_id_taken_at_idx" ON "alarm_outage"("org_id", "asset_id", "taken_at");

-- CreateIndex
CREATE INDEX "alarm_suppression_org_id_asset_id_idx" ON "alarm_suppression"("org_id", "asset_id");

-- CreateIndex
CREATE INDEX "alarm_flood_org_id_group_id_ends_at_idx" ON "alarm_flood"("org_id", "group_id", "ends_at");

-- CreateIndex
CREATE INDEX "alarm_event_org_id_key_no_idx" ON "alarm_event"("org_id", "key", "no");

-- CreateIndex
CREATE INDEX "alarm_event_org_id_at_idx" ON "alarm_event"("org_id", "at");

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_org_id_group_id_fkey" FOREIGN KEY ("org_id", "group_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_org_id_parent_id_fkey" FOREIGN KEY ("org_id", "parent_id") REFERENCES "incident"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_shelf" ADD CONSTRAINT "alarm_shelf_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_shelf" ADD CONSTRAINT "alarm_shelf_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_shelf" ADD CONSTRAINT "alarm_shelf_org_id_shelved_by_fkey" FOREIGN KEY ("org_id", "shelved_by") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_outage" ADD CONSTRAINT "alarm_outage_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_outage" ADD CONSTRAINT "alarm_outage_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_outage" ADD CONSTRAINT "alarm_outage_org_id_rule_id_fkey" FOREIGN KEY ("org_id", "rule_id") REFERENCES "rule"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_outage" ADD CONSTRAINT "alarm_outage_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_outage" ADD CONSTRAINT "alarm_outage_org_id_taken_by_fkey" FOREIGN KEY ("org_id", "taken_by") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_suppression" ADD CONSTRAINT "alarm_suppression_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_suppression" ADD CONSTRAINT "alarm_suppression_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_suppression" ADD CONSTRAINT "alarm_suppression_org_id_created_by_fkey" FOREIGN KEY ("org_id", "created_by") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_flood" ADD CONSTRAINT "alarm_flood_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_flood" ADD CONSTRAINT "alarm_flood_org_id_group_id_fkey" FOREIGN KEY ("org_id", "group_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_flood" ADD CONSTRAINT "alarm_flood_org_id_parent_id_fkey" FOREIGN KEY ("org_id", "parent_id") REFERENCES "incident"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_event" ADD CONSTRAINT "alarm_event_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_event" ADD CONSTRAINT "alarm_event_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_event" ADD CONSTRAINT "alarm_event_org_id_incident_id_fkey" FOREIGN KEY ("org_id", "incident_id") REFERENCES "incident"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An alarm is shelved once at a time, and a thing is out of service once at a time.
CREATE UNIQUE INDEX "alarm_shelf_one_per_key" ON "alarm_shelf" ("org_id", "key") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "alarm_outage_one_per_point" ON "alarm_outage" ("org_id", "point_no") WHERE "ended_at" IS NULL AND "point_no" IS NOT NULL;
CREATE UNIQUE INDEX "alarm_outage_one_per_rule" ON "alarm_outage" ("org_id", "asset_id", "rule_id") WHERE "ended_at" IS NULL AND "rule_id" IS NOT NULL;

-- What the list of alarms and the schedule that ends shelves look for.
CREATE INDEX "alarm_standing" ON "alarm" ("org_id", "state") WHERE "state" <> 'normal';
CREATE INDEX "alarm_shelf_standing" ON "alarm_shelf" ("org_id", "until") WHERE "ended_at" IS NULL;
CREATE INDEX "incident_held" ON "incident" ("org_id", "held") WHERE "held" IS NOT NULL AND "state" = 'open';

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['alarm_shelf','alarm_outage','alarm_suppression','alarm_flood','alarm_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org())', t);
    -- The journal is appended to and never changed; the others are ended, never deleted.
    IF t = 'alarm_event' THEN
      EXECUTE format('GRANT SELECT, INSERT ON %I TO mw_app', t);
    ELSE
      EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO mw_app', t);
    END IF;
  END LOOP;
END $$;

GRANT USAGE ON SEQUENCE "alarm_event_no_seq" TO mw_app;
