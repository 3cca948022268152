-- Files of people without an account: nobody of ours has sent them, so their name is kept instead.
ALTER TABLE "attachment" ALTER COLUMN "created_by" DROP NOT NULL;
ALTER TABLE "attachment" ADD COLUMN "guest" TEXT;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_has_a_sender" CHECK (("created_by" IS NULL) = ("guest" IS NOT NULL));
