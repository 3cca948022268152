-- Raw readings and their roll-ups: outside Prisma, reached through telemetry.repo.ts only.
CREATE SCHEMA telemetry;
GRANT USAGE ON SCHEMA telemetry TO mw_app, mw_system;

-- quality: low two bits 0 good, 1 uncertain, 2 bad; 4 = late (stored, never judged live); 8 = imported or backlog.
CREATE TABLE telemetry.reading (
  point_no int NOT NULL,
  org_no int NOT NULL,
  ts timestamptz(3) NOT NULL,
  value double precision NOT NULL,
  quality smallint NOT NULL DEFAULT 0,
  PRIMARY KEY (point_no, ts)
) PARTITION BY RANGE (ts);
CREATE TABLE telemetry.reading_default PARTITION OF telemetry.reading DEFAULT;

CREATE TABLE telemetry.reading_minute (
  point_no int NOT NULL, org_no int NOT NULL, ts timestamptz(3) NOT NULL,
  n int NOT NULL, sum double precision NOT NULL, min double precision NOT NULL, max double precision NOT NULL, last double precision NOT NULL,
  PRIMARY KEY (point_no, ts)
);
CREATE TABLE telemetry.reading_hour (LIKE telemetry.reading_minute INCLUDING ALL);

-- Spans of a lane whose roll-ups are behind the readings; appended by every drain, eaten by the roll-up. System table.
CREATE TABLE telemetry.rollup_due (
  no bigserial PRIMARY KEY,
  lane_no int NOT NULL, org_id uuid NOT NULL, from_ts timestamptz NOT NULL, to_ts timestamptz NOT NULL
);
GRANT USAGE ON SEQUENCE telemetry.rollup_due_no_seq TO mw_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON telemetry.rollup_due TO mw_system;

CREATE FUNCTION current_org_no() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('mw.org_no', true), '')::int;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['reading', 'reading_minute', 'reading_hour'] LOOP
    EXECUTE format('ALTER TABLE telemetry.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE telemetry.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON telemetry.%I TO mw_app USING (org_no = current_org_no()) WITH CHECK (org_no = current_org_no())', t);
    EXECUTE format('GRANT SELECT ON telemetry.%I TO mw_app', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON telemetry.%I TO mw_system', t);
  END LOOP;
END $$;

-- latest_reading finds a point's newest reading: among the last two days first, so that the older partitions are
-- opened only for a point that has been silent. The caller's row-level security applies.
CREATE FUNCTION telemetry.latest_reading(no int) RETURNS TABLE (ts timestamptz, value double precision, quality smallint)
LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT * FROM (
    (SELECT r.ts, r.value, r.quality FROM telemetry.reading r WHERE r.point_no = no AND r.ts >= now() - interval '2 days' ORDER BY r.ts DESC LIMIT 1)
    UNION ALL
    (SELECT r.ts, r.value, r.quality FROM telemetry.reading r WHERE r.point_no = no AND r.ts < now() - interval '2 days' ORDER BY r.ts DESC LIMIT 1)
  ) AS newest LIMIT 1
$$;

-- ensure_partitions makes the day partitions of [from_day, to_day]; safe to call twice and from two places.
CREATE FUNCTION telemetry.ensure_partitions(from_day date, to_day date) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = telemetry, pg_temp AS $$
DECLARE d date := from_day; made int := 0; name text;
BEGIN
  IF to_day - from_day > 4000 THEN RAISE EXCEPTION 'ensure_partitions: more than 4000 days asked for'; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('telemetry.ensure_partitions'));
  WHILE d <= to_day LOOP
    name := 'reading_' || to_char(d, 'YYYYMMDD');
    IF to_regclass('telemetry.' || name) IS NULL THEN
      -- Rows that fell into the default partition for this day move into the new one.
      CREATE TEMP TABLE moved_rows (LIKE telemetry.reading);
      WITH gone AS (DELETE FROM telemetry.reading_default
                    WHERE ts >= d::timestamp AT TIME ZONE 'UTC' AND ts < (d + 1)::timestamp AT TIME ZONE 'UTC' RETURNING *)
        INSERT INTO moved_rows SELECT * FROM gone;
      EXECUTE format('CREATE TABLE telemetry.%I PARTITION OF telemetry.reading FOR VALUES FROM (%L) TO (%L)',
        name, d::timestamp AT TIME ZONE 'UTC', (d + 1)::timestamp AT TIME ZONE 'UTC');
      EXECUTE format('INSERT INTO telemetry.%I SELECT * FROM moved_rows', name);
      DROP TABLE moved_rows;
      made := made + 1;
    END IF;
    d := d + 1;
  END LOOP;
  RETURN made;
END $$;

-- drop_partitions_before drops whole days older than the day given and says how many.
CREATE FUNCTION telemetry.drop_partitions_before(first_kept date) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = telemetry, pg_temp AS $$
DECLARE p record; dropped int := 0;
BEGIN
  FOR p IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
           WHERE i.inhparent = 'telemetry.reading'::regclass AND c.relname ~ '^reading_[0-9]{8}$'
             AND to_date(substr(c.relname, 9), 'YYYYMMDD') < first_kept LOOP
    EXECUTE format('DROP TABLE telemetry.%I', p.relname);
    dropped := dropped + 1;
  END LOOP;
  DELETE FROM telemetry.reading_default WHERE ts < first_kept::timestamp AT TIME ZONE 'UTC';
  RETURN dropped;
END $$;

REVOKE ALL ON FUNCTION telemetry.ensure_partitions(date, date), telemetry.drop_partitions_before(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION telemetry.ensure_partitions(date, date), telemetry.drop_partitions_before(date) TO mw_system;
