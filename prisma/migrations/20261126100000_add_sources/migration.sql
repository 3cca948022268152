-- A source counts its settings up, so that what a connector says of old ones is not taken for the new, and two people who edit
-- at once are noticed. One that never delivered can be removed: its row stays for whatever was under way in its name.
ALTER TABLE "source" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "source" ADD COLUMN "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "source" ADD COLUMN "removed_at" TIMESTAMPTZ(3);

-- Since when the connector has been connected; null while it is not, and for sources without one.
ALTER TABLE "source_state" ADD COLUMN "connected_at" TIMESTAMPTZ(3);

-- Somebody asks to be shown what a broker sends, or what a source receives. The gateway serves it for a short while.
CREATE TABLE "sampling" (
  "org_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "site_id" UUID NOT NULL,
  "source_id" UUID,
  "kind" TEXT NOT NULL,
  "place" JSONB NOT NULL DEFAULT '{}',
  "connected_at" TIMESTAMPTZ(3),
  "problem" TEXT,
  "heard" JSONB NOT NULL DEFAULT '{"total": 0, "beyond": 0, "messages": []}',
  "created_by" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "sampling_pkey" PRIMARY KEY ("org_id", "id")
);
CREATE UNIQUE INDEX "sampling_org_id_source_id_key" ON "sampling" ("org_id", "source_id");
ALTER TABLE "sampling" ADD CONSTRAINT "sampling_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site" ("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sampling" ADD CONSTRAINT "sampling_org_id_source_id_fkey" FOREIGN KEY ("org_id", "source_id") REFERENCES "source" ("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sampling" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sampling" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "sampling" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE, DELETE ON "sampling" TO mw_app;
