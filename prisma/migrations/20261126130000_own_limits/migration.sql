-- Two people who change one machine's own limits at once must notice each other: each change names the version that its person saw.
ALTER TABLE "rule_override" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- The screens list a machine's own limits by the machine, too.
CREATE INDEX "rule_override_org_id_asset_id_idx" ON "rule_override"("org_id", "asset_id");
