-- Requests without an account: which sites take them, at which addresses, and what was reported.

CREATE TABLE "request_site" (
    "org_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT false,
    -- what somebody in danger reads at once
    "emergency_words" TEXT,
    "emergency_phone" TEXT,
    "changed_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_site_pkey" PRIMARY KEY ("org_id","site_id")
);
ALTER TABLE "request_site" ADD CONSTRAINT "request_site_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "request_door" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    -- the machine its poster hangs at; null at a site's own
    "asset_id" UUID,
    -- on posters, so it is kept as it is
    "public_id" TEXT NOT NULL,
    "made_by" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_door_pkey" PRIMARY KEY ("org_id","id")
);
CREATE UNIQUE INDEX "request_door_org_id_public_id_key" ON "request_door"("org_id", "public_id");
CREATE INDEX "request_door_org_id_site_id_idx" ON "request_door"("org_id", "site_id");
-- One living address for a site, and one for each machine.
CREATE UNIQUE INDEX "request_door_one_of_a_site" ON "request_door" ("org_id", "site_id") WHERE "asset_id" IS NULL AND "ended_at" IS NULL;
CREATE UNIQUE INDEX "request_door_one_of_a_machine" ON "request_door" ("org_id", "asset_id") WHERE "asset_id" IS NOT NULL AND "ended_at" IS NULL;
ALTER TABLE "request_door" ADD CONSTRAINT "request_door_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "request_door" ADD CONSTRAINT "request_door_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "public_request" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "door_id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "said" TEXT NOT NULL,
    -- as it was typed from a label; null where the poster names the machine
    "machine" TEXT,
    "stopped" BOOLEAN NOT NULL,
    "danger" BOOLEAN NOT NULL,
    "name" TEXT,
    "contact" TEXT,
    "locale" TEXT NOT NULL,
    -- it was added to an order that was there
    "joined" BOOLEAN NOT NULL,
    -- sha256 of the status link's secret: the same form sent again has the same
    "secret_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "public_request_pkey" PRIMARY KEY ("org_id","id")
);
CREATE UNIQUE INDEX "public_request_org_id_secret_hash_key" ON "public_request"("org_id", "secret_hash");
CREATE INDEX "public_request_org_id_work_order_id_at_idx" ON "public_request"("org_id", "work_order_id", "at");
CREATE INDEX "public_request_org_id_site_id_at_idx" ON "public_request"("org_id", "site_id", "at");
ALTER TABLE "public_request" ADD CONSTRAINT "public_request_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "public_request" ADD CONSTRAINT "public_request_org_id_door_id_fkey" FOREIGN KEY ("org_id", "door_id") REFERENCES "request_door"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "public_request" ADD CONSTRAINT "public_request_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['request_site', 'request_door', 'public_request'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org())', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON "request_site", "request_door" TO mw_app;
-- What was reported is never changed.
GRANT SELECT, INSERT ON "public_request" TO mw_app;
