-- Telling people: skills, on-call rosters, where people are reached, what they were told, and who was called out.

-- CreateTable
CREATE TABLE "skill" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "failure_modes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "skill_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "person_skill" (
    "org_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "skill_id" UUID NOT NULL,

    CONSTRAINT "person_skill_pkey" PRIMARY KEY ("org_id","person_id","skill_id")
);

-- CreateTable
CREATE TABLE "roster" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "area_id" UUID,
    "skill_id" UUID,
    "name" TEXT NOT NULL,
    "step_minutes" INTEGER NOT NULL DEFAULT 10,
    "call_from" INTEGER NOT NULL DEFAULT 2,
    "rotation_weeks" INTEGER NOT NULL DEFAULT 1,
    "rotation_start" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roster_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "roster_shift" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "roster_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "week" INTEGER NOT NULL DEFAULT 0,
    "weekdays" INTEGER[],
    "from_minute" INTEGER NOT NULL,
    "to_minute" INTEGER NOT NULL,

    CONSTRAINT "roster_shift_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "roster_exception" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "roster_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "away_id" UUID,
    "instead_id" UUID,
    "reason" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roster_exception_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "channel_endpoint" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "site_id" UUID,
    "label" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "push_key" TEXT,
    "push_auth" TEXT,
    "categories" TEXT[],
    "min_priority" INTEGER NOT NULL DEFAULT 4,
    "secret_version" INTEGER NOT NULL DEFAULT 1,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(3),
    "last_ok_at" TIMESTAMPTZ(3),
    "last_tried_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "channel_endpoint_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "outbound_allow" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pattern" TEXT NOT NULL,
    "note" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbound_allow_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "org_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "channels" JSONB NOT NULL DEFAULT '{}',
    "quiet" BOOLEAN NOT NULL DEFAULT false,
    "quiet_from" INTEGER NOT NULL DEFAULT 1320,
    "quiet_to" INTEGER NOT NULL DEFAULT 360,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("org_id","person_id")
);

-- CreateTable
CREATE TABLE "notification" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "site_id" UUID,
    "priority" INTEGER,
    "safety" BOOLEAN NOT NULL DEFAULT false,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "group_key" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "repeats" INTEGER NOT NULL DEFAULT 0,
    "repeated_at" TIMESTAMPTZ(3),
    "repeat_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "group_key" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "payload" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "delivery_item" (
    "org_id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "notification_id" UUID NOT NULL,
    "repeat" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "delivery_item_pkey" PRIMARY KEY ("org_id","delivery_id","notification_id")
);

-- CreateTable
CREATE TABLE "call_out" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "safety" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'open',
    "params" JSONB NOT NULL DEFAULT '{}',
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "step" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),
    "accepted_by" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "call_out_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "call_step" (
    "org_id" UUID NOT NULL,
    "call_out_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "as" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_step_pkey" PRIMARY KEY ("org_id","call_out_id","no","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "skill_org_id_code_key" ON "skill"("org_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "roster_org_id_site_id_name_key" ON "roster"("org_id", "site_id", "name");

-- CreateIndex
CREATE INDEX "roster_shift_org_id_roster_id_idx" ON "roster_shift"("org_id", "roster_id");

-- CreateIndex
CREATE INDEX "roster_exception_org_id_roster_id_to_at_idx" ON "roster_exception"("org_id", "roster_id", "to_at");

-- CreateIndex
CREATE INDEX "channel_endpoint_org_id_person_id_idx" ON "channel_endpoint"("org_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbound_allow_org_id_pattern_key" ON "outbound_allow"("org_id", "pattern");

-- CreateIndex
CREATE UNIQUE INDEX "notification_org_id_key_key" ON "notification"("org_id", "key");

-- CreateIndex
CREATE INDEX "notification_org_id_person_id_at_idx" ON "notification"("org_id", "person_id", "at" DESC);

-- CreateIndex
CREATE INDEX "notification_org_id_subject_type_subject_id_idx" ON "notification"("org_id", "subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_org_id_key_key" ON "delivery"("org_id", "key");

-- CreateIndex
CREATE INDEX "delivery_org_id_endpoint_id_created_at_idx" ON "delivery"("org_id", "endpoint_id", "created_at");

-- CreateIndex
CREATE INDEX "delivery_item_org_id_notification_id_idx" ON "delivery_item"("org_id", "notification_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_out_org_id_key_key" ON "call_out"("org_id", "key");

-- CreateIndex
CREATE INDEX "call_out_org_id_subject_type_subject_id_idx" ON "call_out"("org_id", "subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "call_step_org_id_person_id_idx" ON "call_step"("org_id", "person_id");

-- AddForeignKey
ALTER TABLE "skill" ADD CONSTRAINT "skill_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_skill" ADD CONSTRAINT "person_skill_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_skill" ADD CONSTRAINT "person_skill_org_id_skill_id_fkey" FOREIGN KEY ("org_id", "skill_id") REFERENCES "skill"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster" ADD CONSTRAINT "roster_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster" ADD CONSTRAINT "roster_org_id_area_id_fkey" FOREIGN KEY ("org_id", "area_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster" ADD CONSTRAINT "roster_org_id_skill_id_fkey" FOREIGN KEY ("org_id", "skill_id") REFERENCES "skill"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_shift" ADD CONSTRAINT "roster_shift_org_id_roster_id_fkey" FOREIGN KEY ("org_id", "roster_id") REFERENCES "roster"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_shift" ADD CONSTRAINT "roster_shift_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_exception" ADD CONSTRAINT "roster_exception_org_id_roster_id_fkey" FOREIGN KEY ("org_id", "roster_id") REFERENCES "roster"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_exception" ADD CONSTRAINT "roster_exception_org_id_away_id_fkey" FOREIGN KEY ("org_id", "away_id") REFERENCES "person"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_exception" ADD CONSTRAINT "roster_exception_org_id_instead_id_fkey" FOREIGN KEY ("org_id", "instead_id") REFERENCES "person"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_endpoint" ADD CONSTRAINT "channel_endpoint_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_endpoint" ADD CONSTRAINT "channel_endpoint_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_endpoint" ADD CONSTRAINT "channel_endpoint_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbound_allow" ADD CONSTRAINT "outbound_allow_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_org_id_endpoint_id_fkey" FOREIGN KEY ("org_id", "endpoint_id") REFERENCES "channel_endpoint"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_item" ADD CONSTRAINT "delivery_item_org_id_delivery_id_fkey" FOREIGN KEY ("org_id", "delivery_id") REFERENCES "delivery"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_item" ADD CONSTRAINT "delivery_item_org_id_notification_id_fkey" FOREIGN KEY ("org_id", "notification_id") REFERENCES "notification"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_out" ADD CONSTRAINT "call_out_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_out" ADD CONSTRAINT "call_out_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_out" ADD CONSTRAINT "call_out_org_id_accepted_by_fkey" FOREIGN KEY ("org_id", "accepted_by") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_step" ADD CONSTRAINT "call_step_org_id_call_out_id_fkey" FOREIGN KEY ("org_id", "call_out_id") REFERENCES "call_out"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_step" ADD CONSTRAINT "call_step_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One message of a group gathers at a time; once it was tried, what is in it stays in it.
CREATE UNIQUE INDEX "delivery_one_gathering_per_group" ON "delivery" ("org_id", "endpoint_id", "group_key") WHERE "state" = 'waiting' AND "channel" <> 'webhook';

-- A person has one mailbox and one telephone; a browser belongs to one person.
CREATE UNIQUE INDEX "channel_endpoint_one_mailbox" ON "channel_endpoint" ("org_id", "person_id", "kind") WHERE "kind" IN ('email', 'phone');
CREATE UNIQUE INDEX "channel_endpoint_one_browser" ON "channel_endpoint" ("org_id", "address") WHERE "kind" = 'push';

-- What the worker and the shell look for all day.
CREATE INDEX "delivery_due" ON "delivery" ("org_id", "due_at") WHERE "state" IN ('waiting', 'retrying');
CREATE INDEX "delivery_under_way" ON "delivery" ("route") WHERE "state" = 'sending';
CREATE INDEX "notification_unread" ON "notification" ("org_id", "person_id") WHERE "read_at" IS NULL;
CREATE INDEX "notification_repeat" ON "notification" ("org_id", "repeat_at") WHERE "repeat_at" IS NOT NULL;
CREATE INDEX "call_out_open" ON "call_out" ("org_id", "next_at") WHERE "state" = 'open';

DO $$
DECLARE
  t text;
  tenant_tables text[] := ARRAY[
    'skill', 'person_skill', 'roster', 'roster_shift', 'roster_exception',
    'channel_endpoint', 'outbound_allow', 'notification_preference', 'notification', 'delivery',
    'delivery_item', 'call_out', 'call_step'];
BEGIN
  FOREACH t IN ARRAY tenant_tables LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO mw_app', t);
  END LOOP;
END $$;
