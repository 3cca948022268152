
-- CreateTable
CREATE TABLE "asset_class" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "asset_class_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "point_template" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "quantity" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "axis" TEXT,
    "range_low" DOUBLE PRECISION,
    "range_high" DOUBLE PRECISION,
    "expected_interval_ms" INTEGER NOT NULL,
    "staleness_ms" INTEGER NOT NULL,

    CONSTRAINT "point_template_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "failure_mode" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "safety" BOOLEAN NOT NULL DEFAULT false,
    "consequence" TEXT,
    "activities" TEXT[],

    CONSTRAINT "failure_mode_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "maintainable_item" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "maintainable_item_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "asset" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "parent_id" UUID,
    "class_id" UUID,
    "tag" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "criticality" TEXT NOT NULL DEFAULT 'C',
    "description" TEXT,
    "nameplate" JSONB NOT NULL DEFAULT '{}',
    "credit" TEXT,
    "out_of_use" BOOLEAN NOT NULL DEFAULT false,
    "external_id" TEXT,
    "cost_centre" TEXT,
    "replacement_value" DECIMAL(14,2),
    "downtime_cost_per_hour" DECIMAL(14,2),
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "asset_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "equipment" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "class_id" UUID,
    "serial" TEXT NOT NULL,
    "manufacturer" TEXT,
    "model" TEXT,
    "nameplate" JSONB NOT NULL DEFAULT '{}',
    "warranty_until" TIMESTAMPTZ(3),
    "external_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "equipment_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "installation" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "equipment_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),

    CONSTRAINT "installation_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "maintenance_window" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "maintenance_window_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "rule" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "class_id" UUID,
    "asset_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "published_version" INTEGER,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "rule_version" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "note" TEXT,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_version_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "rule_state" (
    "org_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "point_no" INTEGER NOT NULL,
    "lane_no" INTEGER NOT NULL,
    "rule_version_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "deadline" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_state_pkey" PRIMARY KEY ("org_id","rule_id","point_no")
);

-- CreateTable
CREATE TABLE "transition" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "rule_version_id" UUID NOT NULL,
    "point_no" INTEGER NOT NULL,
    "asset_id" UUID NOT NULL,
    "incident_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "from_phase" TEXT NOT NULL,
    "to_phase" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "limit" DOUBLE PRECISION,
    "gate_value" DOUBLE PRECISION,
    "inbox_no" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "transition_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "incident" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "failure_mode" TEXT,
    "rule_id" UUID NOT NULL,
    "rule_version_id" UUID NOT NULL,
    "point_no" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "value" DOUBLE PRECISION NOT NULL,
    "limit" DOUBLE PRECISION NOT NULL,
    "peak_value" DOUBLE PRECISION NOT NULL,
    "peak_at" TIMESTAMPTZ(3) NOT NULL,
    "gate_value" DOUBLE PRECISION,
    "firing" TEXT[],
    "suppressed" BOOLEAN NOT NULL DEFAULT false,
    "suppressed_reason" TEXT,
    "happened_offline" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "alarm" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "acknowledged_by" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "shelved_until" TIMESTAMPTZ(3),
    "shelved_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "counter" (
    "org_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("org_id","name")
);

-- CreateTable
CREATE TABLE "audit" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_type" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "no" BIGSERIAL NOT NULL,
    "org_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "relayed_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("no")
);

-- CreateTable
CREATE TABLE "dead_letter" (
    "id" UUID NOT NULL,
    "queue" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "error" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "owner_type" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploaded_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "auth_user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "active_org_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "user_id" TEXT NOT NULL,
    "org_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("user_id","org_id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "site_id" UUID,
    "source_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "no" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "external_id" TEXT,
    "cost_centre" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "config_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" TEXT,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "external_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "site_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "team" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "org_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "lead" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("org_id","team_id","person_id")
);

-- CreateTable
CREATE TABLE "first_day_step" (
    "org_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "first_day_step_pkey" PRIMARY KEY ("org_id","person_id","step")
);

-- CreateTable
CREATE TABLE "point" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "no" SERIAL NOT NULL,
    "site_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "quantity" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "axis" TEXT,
    "range_low" DOUBLE PRECISION,
    "range_high" DOUBLE PRECISION,
    "expected_interval_ms" INTEGER NOT NULL,
    "staleness_ms" INTEGER NOT NULL,
    "given_unit" TEXT,
    "source_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "point_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "source" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "clock" TEXT NOT NULL DEFAULT 'live',
    "reorder_window_ms" INTEGER NOT NULL DEFAULT 0,
    "config" JSONB NOT NULL DEFAULT '{}',
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "lane" (
    "no" SERIAL NOT NULL,
    "org_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,
    "wake_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lane_pkey" PRIMARY KEY ("no")
);

-- CreateTable
CREATE TABLE "source_state" (
    "source_id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "lane_no" INTEGER NOT NULL,
    "clock" TEXT NOT NULL DEFAULT 'live',
    "watermark" TIMESTAMPTZ(3),
    "evaluated_through" TIMESTAMPTZ(3),
    "waiting" BYTEA,
    "last_seen_at" TIMESTAMPTZ(3),
    "batch_gap_ms" INTEGER NOT NULL DEFAULT 0,
    "accepted" BIGINT NOT NULL DEFAULT 0,
    "rejected" BIGINT NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "last_error_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_state_pkey" PRIMARY KEY ("source_id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "no" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "lane_no" INTEGER NOT NULL,
    "source_id" UUID NOT NULL,
    "batch_key" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'readings',
    "backlog" BOOLEAN NOT NULL DEFAULT false,
    "count" INTEGER NOT NULL,
    "rejected_at_door" INTEGER NOT NULL DEFAULT 0,
    "payload" BYTEA,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    "stored" INTEGER,
    "duplicates" INTEGER,
    "late" INTEGER,
    "quarantined" INTEGER,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("no")
);

-- CreateTable
CREATE TABLE "quarantine" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "point_no" INTEGER,
    "index" INTEGER NOT NULL,
    "ts" TIMESTAMPTZ(3),
    "value" DOUBLE PRECISION,
    "unit" TEXT,
    "code" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quarantine_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "health_notice" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "count" INTEGER NOT NULL DEFAULT 1,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "health_notice_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "waveform" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "point_id" UUID NOT NULL,
    "ts" TIMESTAMPTZ(6) NOT NULL,
    "rate_hz" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL,
    "shaft_rpm" DOUBLE PRECISION,
    "samples" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "waveform_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "work_order" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "site_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "equipment_id" UUID,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "text" JSONB,
    "failure_mode" TEXT,
    "incident_key" TEXT,
    "incident_id" UUID,
    "rule_id" UUID,
    "rule_version_id" UUID,
    "happened_offline" BOOLEAN NOT NULL DEFAULT false,
    "break_in" BOOLEAN NOT NULL DEFAULT false,
    "verification_required" BOOLEAN NOT NULL DEFAULT false,
    "assignee_id" UUID,
    "team_id" UUID,
    "created_by" UUID,
    "approved_by" UUID,
    "planned_hours" DECIMAL(8,2),
    "planned_start" TIMESTAMPTZ(3),
    "planned_end" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "latest_safe_at" TIMESTAMPTZ(3),
    "hold_reason" TEXT,
    "deferral" JSONB,
    "repair_in_doubt" BOOLEAN NOT NULL DEFAULT false,
    "propose_close" BOOLEAN NOT NULL DEFAULT false,
    "effect" TEXT,
    "item_code" TEXT,
    "mode_code" TEXT,
    "activity_code" TEXT,
    "cause_note" TEXT,
    "verdict" TEXT,
    "verdict_note" TEXT,
    "function_lost_at" TIMESTAMPTZ(3),
    "work_started_at" TIMESTAMPTZ(3),
    "work_finished_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),
    "completed_by" UUID,
    "completed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "costs_posted_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "duplicate_of" UUID,
    "follow_up_of" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "idempotency_key" TEXT NOT NULL,
    "external_id" TEXT,
    "cost_centre" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_order_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "work_order_task" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "spec" JSONB NOT NULL DEFAULT '{}',
    "isolated" BOOLEAN NOT NULL DEFAULT false,
    "answer" JSONB,
    "done_at" TIMESTAMPTZ(3),
    "done_by" UUID,

    CONSTRAINT "work_order_task_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "work_order_event" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "actor_id" UUID,
    "op_id" UUID,
    "from_status" TEXT,
    "to_status" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "work_order_event_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "labour" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "activity" TEXT NOT NULL DEFAULT 'active',

    CONSTRAINT "labour_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "part" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "external_id" TEXT,
    "cost_centre" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "part_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "part_use" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "part_id" UUID,
    "description" TEXT,
    "quantity" DECIMAL(14,4) NOT NULL,
    "unit_cost" DECIMAL(14,4),
    "taken_by" UUID,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "op_id" UUID,

    CONSTRAINT "part_use_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "asset_class_org_id_code_key" ON "asset_class"("org_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "point_template_org_id_class_id_code_key" ON "point_template"("org_id", "class_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "failure_mode_org_id_class_id_code_key" ON "failure_mode"("org_id", "class_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "maintainable_item_org_id_class_id_code_key" ON "maintainable_item"("org_id", "class_id", "code");

-- CreateIndex
CREATE INDEX "asset_org_id_parent_id_idx" ON "asset"("org_id", "parent_id");

-- CreateIndex
CREATE INDEX "asset_org_id_class_id_idx" ON "asset"("org_id", "class_id");

-- CreateIndex
CREATE UNIQUE INDEX "asset_org_id_site_id_tag_key" ON "asset"("org_id", "site_id", "tag");

-- CreateIndex
CREATE UNIQUE INDEX "equipment_org_id_serial_key" ON "equipment"("org_id", "serial");

-- CreateIndex
CREATE INDEX "installation_org_id_asset_id_from_at_idx" ON "installation"("org_id", "asset_id", "from_at");

-- CreateIndex
CREATE INDEX "installation_org_id_equipment_id_from_at_idx" ON "installation"("org_id", "equipment_id", "from_at");

-- CreateIndex
CREATE INDEX "maintenance_window_org_id_asset_id_from_at_idx" ON "maintenance_window"("org_id", "asset_id", "from_at");

-- CreateIndex
CREATE UNIQUE INDEX "rule_org_id_name_key" ON "rule"("org_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "rule_version_org_id_rule_id_version_key" ON "rule_version"("org_id", "rule_id", "version");

-- CreateIndex
CREATE INDEX "rule_state_lane_no_deadline_idx" ON "rule_state"("lane_no", "deadline");

-- CreateIndex
CREATE INDEX "transition_org_id_asset_id_at_idx" ON "transition"("org_id", "asset_id", "at");

-- CreateIndex
CREATE INDEX "transition_org_id_incident_id_idx" ON "transition"("org_id", "incident_id");

-- CreateIndex
CREATE INDEX "incident_org_id_state_priority_idx" ON "incident"("org_id", "state", "priority");

-- CreateIndex
CREATE INDEX "incident_org_id_asset_id_opened_at_idx" ON "incident"("org_id", "asset_id", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "incident_org_id_key_opened_at_key" ON "incident"("org_id", "key", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "alarm_org_id_incident_id_key" ON "alarm"("org_id", "incident_id");

-- CreateIndex
CREATE INDEX "audit_org_id_entity_entity_id_at_idx" ON "audit"("org_id", "entity", "entity_id", "at");

-- CreateIndex
CREATE INDEX "audit_org_id_at_idx" ON "audit"("org_id", "at");

-- CreateIndex
CREATE INDEX "attachment_org_id_owner_type_owner_id_idx" ON "attachment"("org_id", "owner_type", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "auth_user_email_key" ON "auth_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_key" ON "auth_session"("token");

-- CreateIndex
CREATE INDEX "auth_session_user_id_idx" ON "auth_session"("user_id");

-- CreateIndex
CREATE INDEX "auth_account_user_id_idx" ON "auth_account"("user_id");

-- CreateIndex
CREATE INDEX "auth_verification_identifier_idx" ON "auth_verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- CreateIndex
CREATE INDEX "api_key_org_id_idx" ON "api_key"("org_id");

-- CreateIndex
CREATE UNIQUE INDEX "organization_no_key" ON "organization"("no");

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "site_org_id_code_key" ON "site"("org_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "person_org_id_user_id_key" ON "person"("org_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "role_grant_org_id_person_id_role_site_id_key" ON "role_grant"("org_id", "person_id", "role", "site_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_org_id_site_id_name_key" ON "team"("org_id", "site_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "point_no_key" ON "point"("no");

-- CreateIndex
CREATE INDEX "point_org_id_asset_id_idx" ON "point"("org_id", "asset_id");

-- CreateIndex
CREATE INDEX "point_org_id_site_id_idx" ON "point"("org_id", "site_id");

-- CreateIndex
CREATE UNIQUE INDEX "point_org_id_key_key" ON "point"("org_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "source_org_id_site_id_name_key" ON "source"("org_id", "site_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "lane_site_id_key" ON "lane"("site_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_id_key" ON "inbox"("id");

-- CreateIndex
CREATE INDEX "inbox_received_at_idx" ON "inbox" USING BRIN ("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_source_id_batch_key_key" ON "inbox"("source_id", "batch_key");

-- CreateIndex
CREATE INDEX "quarantine_org_id_source_id_created_at_idx" ON "quarantine"("org_id", "source_id", "created_at");

-- CreateIndex
CREATE INDEX "quarantine_org_id_batch_id_idx" ON "quarantine"("org_id", "batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "health_notice_org_id_kind_subject_id_key" ON "health_notice"("org_id", "kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "waveform_org_id_point_id_ts_key" ON "waveform"("org_id", "point_id", "ts");

-- CreateIndex
CREATE INDEX "work_order_org_id_status_priority_idx" ON "work_order"("org_id", "status", "priority");

-- CreateIndex
CREATE INDEX "work_order_org_id_asset_id_created_at_idx" ON "work_order"("org_id", "asset_id", "created_at");

-- CreateIndex
CREATE INDEX "work_order_org_id_created_at_id_idx" ON "work_order"("org_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "work_order_org_id_priority_created_at_id_idx" ON "work_order"("org_id", "priority", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "work_order_org_id_incident_key_created_at_idx" ON "work_order"("org_id", "incident_key", "created_at");

-- CreateIndex
CREATE INDEX "work_order_org_id_assignee_id_status_idx" ON "work_order"("org_id", "assignee_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "work_order_org_id_no_key" ON "work_order"("org_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "work_order_org_id_idempotency_key_key" ON "work_order"("org_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "work_order_task_org_id_work_order_id_position_key" ON "work_order_task"("org_id", "work_order_id", "position");

-- CreateIndex
CREATE INDEX "work_order_event_org_id_work_order_id_at_idx" ON "work_order_event"("org_id", "work_order_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "work_order_event_org_id_op_id_key" ON "work_order_event"("org_id", "op_id");

-- CreateIndex
CREATE INDEX "labour_org_id_work_order_id_idx" ON "labour"("org_id", "work_order_id");

-- CreateIndex
CREATE UNIQUE INDEX "part_org_id_number_key" ON "part"("org_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "part_use_org_id_op_id_key" ON "part_use"("org_id", "op_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_org_id_work_order_id_incident_id_kind_key" ON "evidence"("org_id", "work_order_id", "incident_id", "kind");

-- AddForeignKey
ALTER TABLE "asset_class" ADD CONSTRAINT "asset_class_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point_template" ADD CONSTRAINT "point_template_org_id_class_id_fkey" FOREIGN KEY ("org_id", "class_id") REFERENCES "asset_class"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "failure_mode" ADD CONSTRAINT "failure_mode_org_id_class_id_fkey" FOREIGN KEY ("org_id", "class_id") REFERENCES "asset_class"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maintainable_item" ADD CONSTRAINT "maintainable_item_org_id_class_id_fkey" FOREIGN KEY ("org_id", "class_id") REFERENCES "asset_class"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset" ADD CONSTRAINT "asset_org_id_parent_id_fkey" FOREIGN KEY ("org_id", "parent_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset" ADD CONSTRAINT "asset_org_id_class_id_fkey" FOREIGN KEY ("org_id", "class_id") REFERENCES "asset_class"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset" ADD CONSTRAINT "asset_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "equipment" ADD CONSTRAINT "equipment_org_id_class_id_fkey" FOREIGN KEY ("org_id", "class_id") REFERENCES "asset_class"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "equipment" ADD CONSTRAINT "equipment_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "installation" ADD CONSTRAINT "installation_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "installation" ADD CONSTRAINT "installation_org_id_equipment_id_fkey" FOREIGN KEY ("org_id", "equipment_id") REFERENCES "equipment"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maintenance_window" ADD CONSTRAINT "maintenance_window_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule" ADD CONSTRAINT "rule_org_id_class_id_fkey" FOREIGN KEY ("org_id", "class_id") REFERENCES "asset_class"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule" ADD CONSTRAINT "rule_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule" ADD CONSTRAINT "rule_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_version" ADD CONSTRAINT "rule_version_org_id_rule_id_fkey" FOREIGN KEY ("org_id", "rule_id") REFERENCES "rule"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_state" ADD CONSTRAINT "rule_state_org_id_rule_id_fkey" FOREIGN KEY ("org_id", "rule_id") REFERENCES "rule"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition" ADD CONSTRAINT "transition_org_id_rule_id_fkey" FOREIGN KEY ("org_id", "rule_id") REFERENCES "rule"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition" ADD CONSTRAINT "transition_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition" ADD CONSTRAINT "transition_org_id_incident_id_fkey" FOREIGN KEY ("org_id", "incident_id") REFERENCES "incident"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_org_id_rule_id_fkey" FOREIGN KEY ("org_id", "rule_id") REFERENCES "rule"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_org_id_rule_version_id_fkey" FOREIGN KEY ("org_id", "rule_version_id") REFERENCES "rule_version"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm" ADD CONSTRAINT "alarm_org_id_incident_id_fkey" FOREIGN KEY ("org_id", "incident_id") REFERENCES "incident"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counter" ADD CONSTRAINT "counter_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit" ADD CONSTRAINT "audit_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_org_id_team_id_fkey" FOREIGN KEY ("org_id", "team_id") REFERENCES "team"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "first_day_step" ADD CONSTRAINT "first_day_step_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point" ADD CONSTRAINT "point_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point" ADD CONSTRAINT "point_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarantine" ADD CONSTRAINT "quarantine_org_id_source_id_fkey" FOREIGN KEY ("org_id", "source_id") REFERENCES "source"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "health_notice" ADD CONSTRAINT "health_notice_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waveform" ADD CONSTRAINT "waveform_org_id_point_id_fkey" FOREIGN KEY ("org_id", "point_id") REFERENCES "point"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order" ADD CONSTRAINT "work_order_org_id_site_id_fkey" FOREIGN KEY ("org_id", "site_id") REFERENCES "site"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order" ADD CONSTRAINT "work_order_org_id_asset_id_fkey" FOREIGN KEY ("org_id", "asset_id") REFERENCES "asset"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order" ADD CONSTRAINT "work_order_org_id_equipment_id_fkey" FOREIGN KEY ("org_id", "equipment_id") REFERENCES "equipment"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order" ADD CONSTRAINT "work_order_org_id_incident_id_fkey" FOREIGN KEY ("org_id", "incident_id") REFERENCES "incident"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order" ADD CONSTRAINT "work_order_org_id_assignee_id_fkey" FOREIGN KEY ("org_id", "assignee_id") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order" ADD CONSTRAINT "work_order_org_id_team_id_fkey" FOREIGN KEY ("org_id", "team_id") REFERENCES "team"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order_task" ADD CONSTRAINT "work_order_task_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order_event" ADD CONSTRAINT "work_order_event_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "labour" ADD CONSTRAINT "labour_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "labour" ADD CONSTRAINT "labour_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part" ADD CONSTRAINT "part_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part_use" ADD CONSTRAINT "part_use_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part_use" ADD CONSTRAINT "part_use_org_id_part_id_fkey" FOREIGN KEY ("org_id", "part_id") REFERENCES "part"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_org_id_incident_id_fkey" FOREIGN KEY ("org_id", "incident_id") REFERENCES "incident"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


