-- Tablets: who works on which, and what became of every operation they sent.

-- Since when a person is out: what was done before is still taken in from a tablet.
ALTER TABLE "person" ADD COLUMN "deactivated_at" TIMESTAMPTZ(3);
UPDATE "person" SET "deactivated_at" = now() WHERE NOT "active";

CREATE TABLE "device" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    -- sha256 of the secret in the device's cookie
    "secret_hash" TEXT NOT NULL,
    "enrolled_by" UUID NOT NULL,
    "enrolled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- what it last said of its outbox
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "oldest_waiting_at" TIMESTAMPTZ(3),
    "wipe_asked_at" TIMESTAMPTZ(3),
    "wipe_asked_by" UUID,
    "wiped_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_pkey" PRIMARY KEY ("org_id","id")
);
CREATE UNIQUE INDEX "device_org_id_secret_hash_key" ON "device"("org_id", "secret_hash");
ALTER TABLE "device" ADD CONSTRAINT "device_org_id_enrolled_by_fkey" FOREIGN KEY ("org_id", "enrolled_by") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "device_person" (
    "org_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "enrolled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_person_pkey" PRIMARY KEY ("org_id","device_id","person_id")
);
ALTER TABLE "device_person" ADD CONSTRAINT "device_person_org_id_device_id_fkey" FOREIGN KEY ("org_id", "device_id") REFERENCES "device"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "device_person" ADD CONSTRAINT "device_person_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written in the transaction of what the operation did: it is done once, however often it is sent.
CREATE TABLE "applied_op" (
    "org_id" UUID NOT NULL,
    "op_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "entity_kind" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    -- applied | merged | needs-review | rejected
    "outcome" TEXT NOT NULL,
    -- {code, message, text} of what was not taken as it was sent
    "reason" JSONB,
    "result" JSONB,
    "done_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- what a person decided about one that was not taken: retried | dropped
    "settled" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" UUID,

    CONSTRAINT "applied_op_pkey" PRIMARY KEY ("org_id","op_id"),
    CONSTRAINT "applied_op_outcome_is_known" CHECK ("outcome" IN ('applied', 'merged', 'needs-review', 'rejected'))
);
CREATE INDEX "applied_op_org_id_entity_id_idx" ON "applied_op"("org_id", "entity_id");
CREATE INDEX "applied_op_org_id_device_id_received_at_idx" ON "applied_op"("org_id", "device_id", "received_at");
ALTER TABLE "applied_op" ADD CONSTRAINT "applied_op_org_id_device_id_fkey" FOREIGN KEY ("org_id", "device_id") REFERENCES "device"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "applied_op" ADD CONSTRAINT "applied_op_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "device" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "device" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "device" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE, DELETE ON "device" TO mw_app;

ALTER TABLE "device_person" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "device_person" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "device_person" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE, DELETE ON "device_person" TO mw_app;

ALTER TABLE "applied_op" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "applied_op" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "applied_op" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE, DELETE ON "applied_op" TO mw_app;
