/** InstallationFacts is what an administrator's look at a stopped or running installation finds. */
export interface InstallationFacts {
  readonly version: string
  /** Whether PostgreSQL writes through to the disk. */
  readonly fsync: boolean
  readonly sizeBytes: number
  readonly missingRoles: readonly string[]
  /** Roles that could pass row-level security. */
  readonly unboundRoles: readonly string[]
  /** Tables with a tenant that people can read without row-level security being forced. */
  readonly openTables: readonly string[]
  /** Day partitions for readings that exist from today to a week ahead: 0 to 8. */
  readonly partitionsAhead: number
  readonly pendingMigrations: readonly string[]
  /** Free space where the data lies, in bytes. */
  readonly freeBytes: number
}

/** Finding is one sentence of the doctor: how bad it is, and what to do when it is. */
export interface Finding {
  readonly severity: 'ok' | 'notice' | 'bad'
  readonly sentence: string
  readonly todo?: string
}

const GIB = 1024 ** 3
const DISK_LOW = 5 * GIB
const DISK_CRITICAL = GIB

const ok = (sentence: string): Finding => ({ severity: 'ok', sentence })
const bad = (sentence: string, todo: string): Finding => ({ severity: 'bad', sentence, todo })
const notice = (sentence: string, todo: string): Finding => ({ severity: 'notice', sentence, todo })
const gib = (bytes: number): string => `${(bytes / GIB).toFixed(1)} GiB`

function disk(freeBytes: number): Finding {
  const free = `${gib(freeBytes)} are free where the data lies.`
  if (freeBytes < DISK_CRITICAL) return bad(free, 'Make room now: below 1 GiB readings will be refused soon.')
  if (freeBytes < DISK_LOW) return notice(free, 'Make room, or shorten how long raw readings are kept.')
  return ok(free)
}

/** describeInstallation puts the facts into sentences, in the order in which an administrator would look. */
export function describeInstallation(facts: InstallationFacts): Finding[] {
  const { missingRoles, unboundRoles, openTables, pendingMigrations, partitionsAhead } = facts
  return [
    ok(`PostgreSQL ${facts.version} answers; the database holds ${gib(facts.sizeBytes)}.`),
    facts.fsync ? ok('PostgreSQL writes through to the disk (fsync is on).') : bad('PostgreSQL does not write through to the disk (fsync is off).', 'Switch fsync on: a power cut would lose acknowledged readings.'),
    missingRoles.length > 0
      ? bad(`Database roles are missing: ${missingRoles.join(', ')}.`, 'Run "npm start", which makes them.')
      : ok('The three database roles exist.'),
    unboundRoles.length > 0
      ? bad(`Row-level security does not bind ${unboundRoles.join(' and ')}.`, `Take the right away: ALTER ROLE ${unboundRoles[0] ?? ''} NOSUPERUSER NOBYPASSRLS.`)
      : ok('Row-level security binds the roles that serve people and machines.'),
    openTables.length > 0
      ? bad(`Row-level security is not forced on ${openTables.join(', ')}.`, 'Add the tables to the isolation migration: until then one organization could read another.')
      : ok('Row-level security is forced on every table of an organization.'),
    pendingMigrations.length > 0
      ? bad(`Migrations wait: ${pendingMigrations.join(', ')}.`, 'Run "npm start", which applies them.')
      : ok('All migrations are applied.'),
    partitionsAhead === 0
      ? bad('There is no partition for today\'s readings.', 'See that the worker runs: it makes partitions every hour.')
      : ok(`Readings have partitions for ${partitionsAhead} of the next 8 days.`),
    disk(facts.freeBytes),
  ]
}
