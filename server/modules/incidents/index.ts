export { acknowledge, acknowledgeIn } from './acknowledge.ts'
export { syncAlarm } from './alarm.repo.ts'
export { incidentsToLookAt, lockIncident, openIncidentsOf, type MeasuredPoint, type TicketIncident } from './incidents.repo.ts'
