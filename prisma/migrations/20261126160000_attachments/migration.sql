-- Attachments: what was sent, how its content was found, and where its bytes are. The table that stood for them before was never written to.
DROP TABLE "attachment";

CREATE TABLE "attachment" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'receiving',
    "reason" TEXT,
    "media_type" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "duration_ms" INTEGER,
    "original_key" TEXT,
    "storage_key" TEXT,
    "thumb_key" TEXT,
    "served_sha256" TEXT,
    "served_size" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_by" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "arrived_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("org_id","id")
);

ALTER TABLE "attachment" ADD CONSTRAINT "attachment_org_id_created_by_fkey" FOREIGN KEY ("org_id", "created_by") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_kind_is_known" CHECK ("kind" IN ('photo', 'voice', 'file', 'signature'));
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_state_is_known" CHECK ("state" IN ('receiving', 'checking', 'ready', 'refused'));
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_refused_has_a_reason" CHECK (("state" = 'refused') = ("reason" IS NOT NULL));

-- A person's quota, and what the schedules look for.
CREATE INDEX "attachment_org_id_created_by_created_at_idx" ON "attachment"("org_id", "created_by", "created_at");
CREATE INDEX "attachment_org_id_state_created_at_idx" ON "attachment"("org_id", "state", "created_at");

-- What an attachment belongs to. Nothing is deleted: what is taken off keeps who did it and when.
CREATE TABLE "attachment_link" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "attachment_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "task_id" UUID,
    "linked_by" UUID,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_by" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_link_pkey" PRIMARY KEY ("org_id","id")
);

ALTER TABLE "attachment_link" ADD CONSTRAINT "attachment_link_org_id_attachment_id_fkey" FOREIGN KEY ("org_id", "attachment_id") REFERENCES "attachment"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachment_link" ADD CONSTRAINT "attachment_link_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE INDEX "attachment_link_org_id_entity_entity_id_idx" ON "attachment_link"("org_id", "entity", "entity_id");
CREATE INDEX "attachment_link_org_id_attachment_id_idx" ON "attachment_link"("org_id", "attachment_id");
-- One attachment hangs at one thing once.
CREATE UNIQUE INDEX "attachment_link_one_at_a_thing" ON "attachment_link"("org_id", "attachment_id", "entity", "entity_id") WHERE "removed_at" IS NULL;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['attachment', 'attachment_link'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org())', t);
  END LOOP;
END $$;
-- What was received in full is never deleted; the schedule removes only what never arrived.
GRANT SELECT, INSERT, UPDATE, DELETE ON "attachment" TO mw_app;
GRANT SELECT, INSERT, UPDATE ON "attachment_link" TO mw_app;
