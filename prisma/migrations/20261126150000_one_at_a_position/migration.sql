-- One piece of equipment at a position at a time, for a time that is not empty.
CREATE UNIQUE INDEX "installation_one_current_per_position" ON "installation" ("org_id", "asset_id") WHERE "to_at" IS NULL;
ALTER TABLE "installation" ADD CONSTRAINT "installation_ends_later" CHECK ("to_at" IS NULL OR "to_at" > "from_at");
