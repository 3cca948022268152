-- What a person says of an episode that a version judged in shadow would have raised.
CREATE TABLE "shadow_verdict" (
    "org_id" UUID NOT NULL,
    "firing_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "note" TEXT,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shadow_verdict_pkey" PRIMARY KEY ("org_id","firing_id")
);

ALTER TABLE "shadow_verdict" ADD CONSTRAINT "shadow_verdict_org_id_firing_id_fkey" FOREIGN KEY ("org_id", "firing_id") REFERENCES "shadow_firing"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "shadow_verdict" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "shadow_verdict" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "shadow_verdict" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE, DELETE ON "shadow_verdict" TO mw_app;
