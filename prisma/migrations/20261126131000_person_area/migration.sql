-- The areas and lines that a person knows: in a roster of the whole site those who know the place are called first.

-- CreateTable
CREATE TABLE "person_area" (
    "org_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,

    CONSTRAINT "person_area_pkey" PRIMARY KEY ("org_id","person_id","asset_id")
);

-- AddForeignKey
ALTER TABLE "person_area" ADD CONSTRAINT "person_area_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_area" ADD CONSTRAINT "person_area_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "person_area" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "person_area" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "person_area" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE, DELETE ON "person_area" TO mw_app;
