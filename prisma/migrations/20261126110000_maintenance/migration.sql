-- Work on a machine keeps its alarms quiet: while somebody's timer runs on an order of it, or while it is declared under maintenance.

-- planned: a standstill that was agreed on beforehand, as long as it takes.
-- declared: a person is at work on it now; 12 h after that began the alarms are armed again.
ALTER TABLE "maintenance_window" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'planned';
ALTER TABLE "maintenance_window" ADD CONSTRAINT "maintenance_window_declared_ends_in_time"
  CHECK ("kind" <> 'declared' OR "to_at" BETWEEN "from_at" AND "from_at" + interval '12 hours');

-- Lanes ask which timers ran lately.
CREATE INDEX "labour_org_id_started_at_idx" ON "labour"("org_id", "started_at");
