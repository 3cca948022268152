-- Back-tests: a rule tried on history in a background job, and what came of it.

-- How far a row's source had come in event time when the row had been judged: with it, a replay hears readings and ticks in the order in which live did.
ALTER TABLE "inbox" ADD COLUMN "through" TIMESTAMPTZ(3);

CREATE TABLE "backtest" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "compared" JSONB,
    "compared_version" INTEGER,
    "ask" JSONB NOT NULL DEFAULT '{}',
    "asset_ids" UUID[],
    "site_ids" UUID[],
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "readings" BIGINT NOT NULL DEFAULT 0,
    "result" JSONB,
    "error" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "requested_by" UUID,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "backtest_pkey" PRIMARY KEY ("org_id","id"),
    CONSTRAINT "backtest_state_known" CHECK ("state" IN ('queued', 'running', 'done', 'cancelled', 'failed'))
);

CREATE INDEX "backtest_org_id_rule_id_requested_at_idx" ON "backtest"("org_id", "rule_id", "requested_at");

-- One runs at a time in an organization; the others wait.
CREATE UNIQUE INDEX "backtest_one_running" ON "backtest" ("org_id") WHERE "state" = 'running';
CREATE INDEX "backtest_unfinished" ON "backtest" ("org_id", "requested_at") WHERE "state" IN ('queued', 'running');

ALTER TABLE "backtest" ADD CONSTRAINT "backtest_org_id_rule_id_fkey" FOREIGN KEY ("org_id", "rule_id") REFERENCES "rule"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "backtest" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "backtest" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "backtest" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE, DELETE ON "backtest" TO mw_app;
