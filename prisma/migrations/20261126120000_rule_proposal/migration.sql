-- What a person decided about a change that verdicts proposed, with what the engine had counted for it. Rows are added and never changed.
CREATE TABLE "rule_proposal" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "rule_version_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT,
    "draft_version" INTEGER,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_proposal_pkey" PRIMARY KEY ("org_id","id")
);

CREATE UNIQUE INDEX "rule_proposal_org_id_rule_version_id_key_key" ON "rule_proposal"("org_id", "rule_version_id", "key");

CREATE INDEX "rule_proposal_org_id_rule_id_at_idx" ON "rule_proposal"("org_id", "rule_id", "at");

ALTER TABLE "rule_proposal" ADD CONSTRAINT "rule_proposal_org_id_rule_id_fkey" FOREIGN KEY ("org_id", "rule_id") REFERENCES "rule"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "rule_proposal" ADD CONSTRAINT "rule_proposal_org_id_rule_version_id_fkey" FOREIGN KEY ("org_id", "rule_version_id") REFERENCES "rule_version"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "rule_proposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rule_proposal" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "rule_proposal" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT ON "rule_proposal" TO mw_app;
