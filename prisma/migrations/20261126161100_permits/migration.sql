-- Permits to work: who may do dangerous work where and until when, and everything that was done with each permit.

CREATE TABLE "permit" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "site_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'issued',
    "work" TEXT NOT NULL,
    "issuer_id" UUID NOT NULL,
    "performer_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "precautions" JSONB NOT NULL DEFAULT '[]',
    "gas_tests" JSONB NOT NULL DEFAULT '[]',
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "permit_pkey" PRIMARY KEY ("org_id","id"),
    CONSTRAINT "permit_kind_is_known" CHECK ("kind" IN ('hot-work', 'confined-space', 'height', 'electrical', 'line-breaking')),
    CONSTRAINT "permit_status_is_known" CHECK ("status" IN ('issued', 'suspended', 'handed-back', 'closed')),
    CONSTRAINT "permit_issuer_does_not_perform" CHECK ("issuer_id" <> "performer_id"),
    CONSTRAINT "permit_ends_later" CHECK ("to_at" > "from_at")
);

CREATE TABLE "permit_event" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "permit_id" UUID NOT NULL,
    "op_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "permit_event_pkey" PRIMARY KEY ("org_id","id")
);

CREATE UNIQUE INDEX "permit_org_id_no_key" ON "permit"("org_id", "no");
CREATE INDEX "permit_org_id_work_order_id_idx" ON "permit"("org_id", "work_order_id");
CREATE INDEX "permit_org_id_asset_id_idx" ON "permit"("org_id", "asset_id");
-- What is open is asked for all day, what is closed hardly ever.
CREATE INDEX "permit_open_by_site" ON "permit" ("org_id", "site_id") WHERE "closed_at" IS NULL;
CREATE UNIQUE INDEX "permit_event_org_id_op_id_key" ON "permit_event"("org_id", "op_id");
CREATE INDEX "permit_event_org_id_permit_id_at_idx" ON "permit_event"("org_id", "permit_id", "at");

ALTER TABLE "permit" ADD CONSTRAINT "permit_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "permit" ADD CONSTRAINT "permit_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "permit" ADD CONSTRAINT "permit_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "permit" ADD CONSTRAINT "permit_org_id_issuer_id_fkey" FOREIGN KEY ("org_id", "issuer_id") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "permit" ADD CONSTRAINT "permit_org_id_performer_id_fkey" FOREIGN KEY ("org_id", "performer_id") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "permit_event" ADD CONSTRAINT "permit_event_org_id_permit_id_fkey" FOREIGN KEY ("org_id", "permit_id") REFERENCES "permit"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "permit" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "permit" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "permit" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE ON "permit" TO mw_app;

ALTER TABLE "permit_event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "permit_event" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "permit_event" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT ON "permit_event" TO mw_app;
