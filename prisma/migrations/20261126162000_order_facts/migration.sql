-- What technicians tell of an order: parts they planned to take, took and put back, and how long the machine stood still.

-- The kit of an order: what to take along. One that is no longer wanted is removed by its time, since what was used of it names it.
CREATE TABLE "planned_part" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "part_id" UUID,
    "description" TEXT,
    "quantity" DECIMAL(14,4) NOT NULL,
    "unit" TEXT,
    "planned_by" UUID,
    "planned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "planned_part_pkey" PRIMARY KEY ("org_id","id")
);
CREATE INDEX "planned_part_org_id_work_order_id_idx" ON "planned_part"("org_id", "work_order_id");
ALTER TABLE "planned_part" ADD CONSTRAINT "planned_part_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "planned_part" ADD CONSTRAINT "planned_part_org_id_part_id_fkey" FOREIGN KEY ("org_id", "part_id") REFERENCES "part"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A row says that so much was taken, or put back; neither is ever changed.
ALTER TABLE "part_use" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'taken';
ALTER TABLE "part_use" ADD COLUMN "unit" TEXT;
ALTER TABLE "part_use" ADD COLUMN "planned_part_id" UUID;
ALTER TABLE "part_use" ADD COLUMN "late" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "part_use" ADD COLUMN "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "part_use" ADD CONSTRAINT "part_use_kind_is_known" CHECK ("kind" IN ('taken', 'returned'));
ALTER TABLE "part_use" ADD CONSTRAINT "part_use_org_id_planned_part_id_fkey" FOREIGN KEY ("org_id", "planned_part_id") REFERENCES "planned_part"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "part_use_org_id_work_order_id_idx" ON "part_use"("org_id", "work_order_id");

-- An organization's own reasons for a standstill; while it has none, those of the product hold.
CREATE TABLE "downtime_reason" (
    "org_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "downtime_reason_pkey" PRIMARY KEY ("org_id","code")
);
ALTER TABLE "downtime_reason" ADD CONSTRAINT "downtime_reason_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A machine stood still; to_at is null while it still does. Times may overlap: figures take their union.
CREATE TABLE "downtime" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL,
    "planned" BOOLEAN NOT NULL,
    "note" TEXT,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "recorded_by" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "downtime_pkey" PRIMARY KEY ("org_id","id"),
    CONSTRAINT "downtime_ends_after_it_begins" CHECK ("to_at" > "from_at")
);
CREATE INDEX "downtime_org_id_asset_id_from_at_idx" ON "downtime"("org_id", "asset_id", "from_at");
CREATE INDEX "downtime_org_id_work_order_id_idx" ON "downtime"("org_id", "work_order_id");
ALTER TABLE "downtime" ADD CONSTRAINT "downtime_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "downtime" ADD CONSTRAINT "downtime_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['planned_part','downtime','downtime_reason'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO mw_app', t);
  END LOOP;
END $$;

-- Time that ended because its person began elsewhere: his own word of when he stopped may still come.
ALTER TABLE "labour" ADD COLUMN "cut_short" BOOLEAN NOT NULL DEFAULT false;

-- Who begins work is asked for the time that runs elsewhere.
CREATE INDEX "labour_running_of_person" ON "labour" ("org_id", "person_id") WHERE "ended_at" IS NULL;
