export { listAudit, type AuditPage, type AuditView } from './list-audit.ts'
