export { databaseReasons } from './checks.ts'
export { gatewayRuns, workFacts, type WorkFacts } from './health.repo.ts'
export { tenantHealth, type TenantHealth } from './tenant-health.ts'
