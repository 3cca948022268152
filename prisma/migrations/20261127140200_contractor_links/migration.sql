-- Links with which somebody from another firm works on one order, and nothing else.

CREATE TABLE "contractor_link" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    -- sha256 of the link's secret
    "secret_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    -- when the contractor said that the work is done
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "contractor_link_pkey" PRIMARY KEY ("org_id","id")
);
CREATE UNIQUE INDEX "contractor_link_org_id_secret_hash_key" ON "contractor_link"("org_id", "secret_hash");
CREATE INDEX "contractor_link_org_id_work_order_id_idx" ON "contractor_link"("org_id", "work_order_id");
ALTER TABLE "contractor_link" ADD CONSTRAINT "contractor_link_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contractor_link" ADD CONSTRAINT "contractor_link_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "contractor_link" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contractor_link" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "contractor_link" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE ON "contractor_link" TO mw_app;
