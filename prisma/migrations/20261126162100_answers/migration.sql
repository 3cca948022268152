-- Two people may answer the same step: every answer is kept, and the newest by when it was given is the one that holds.
CREATE TABLE "task_answer" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by" UUID,
    "answer" JSONB,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_answer_pkey" PRIMARY KEY ("org_id","id")
);
CREATE INDEX "task_answer_org_id_work_order_id_idx" ON "task_answer"("org_id", "work_order_id");
CREATE INDEX "task_answer_org_id_task_id_at_idx" ON "task_answer"("org_id", "task_id", "at");
ALTER TABLE "task_answer" ADD CONSTRAINT "task_answer_org_id_task_id_fkey" FOREIGN KEY ("org_id", "task_id") REFERENCES "work_order_task"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
INSERT INTO "task_answer" ("org_id", "id", "task_id", "work_order_id", "at", "answered_by", "answer")
  SELECT "org_id", gen_random_uuid(), "id", "work_order_id", coalesce("done_at", now()), "done_by", "answer" FROM "work_order_task" WHERE "answer" IS NOT NULL;

-- What a person read off a meter. One that reads lower than before is kept and marked.
CREATE TABLE "meter_reading" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "point_id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT,
    "lower" BOOLEAN NOT NULL DEFAULT false,
    "read_by" UUID,

    CONSTRAINT "meter_reading_pkey" PRIMARY KEY ("org_id","id")
);
CREATE INDEX "meter_reading_org_id_point_id_at_idx" ON "meter_reading"("org_id", "point_id", "at");
ALTER TABLE "meter_reading" ADD CONSTRAINT "meter_reading_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meter_reading" ADD CONSTRAINT "meter_reading_org_id_point_id_fkey" FOREIGN KEY ("org_id", "point_id") REFERENCES "point"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meter_reading" ADD CONSTRAINT "meter_reading_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What somebody else recorded of work that was over already, until it is decided which record holds.
ALTER TABLE "work_order" ADD COLUMN "second_record" JSONB;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['task_answer','meter_reading'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO mw_app', t);
  END LOOP;
END $$;
