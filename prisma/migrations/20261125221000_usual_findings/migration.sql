-- What is usually at fault and what usually helps, by failure mode of a class: offered when the first order of its kind is closed.
ALTER TABLE "failure_mode" ADD COLUMN "usual_item" TEXT, ADD COLUMN "usual_activity" TEXT;

-- NO ACTION is checked at the end of the statement, so that a class can go with its modes and items at once.
ALTER TABLE "failure_mode" ADD CONSTRAINT "failure_mode_org_id_class_id_usual_item_fkey"
  FOREIGN KEY ("org_id", "class_id", "usual_item") REFERENCES "maintainable_item" ("org_id", "class_id", "code") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "failure_mode" ADD CONSTRAINT "failure_mode_usual_activity_is_offered" CHECK ("usual_activity" = ANY ("activities"));

-- Words that come with the product have keys beside their English text, for the reader's language.
ALTER TABLE "failure_mode" ADD COLUMN "text" JSONB;
ALTER TABLE "asset" ADD COLUMN "credit_text" JSONB;
