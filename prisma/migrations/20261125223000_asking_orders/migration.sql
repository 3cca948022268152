-- Ended orders that still ask something are few among many: the overview finds them without reading the rest.
CREATE INDEX "work_order_not_returned" ON "work_order" ("org_id") WHERE "function_lost_at" IS NOT NULL AND "returned_at" IS NULL;
CREATE INDEX "work_order_begun_unapproved" ON "work_order" ("org_id", "closed_at") WHERE "break_in" AND "approved_by" IS NULL;
