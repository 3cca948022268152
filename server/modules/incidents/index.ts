export { acknowledge, acknowledgeIn } from './acknowledge.ts'
export { callFactsOf } from './episodes.repo.ts'
export { incidentsToLookAt, lockIncident, openIncidentsOf, type MeasuredPoint, type TicketIncident } from './incidents.repo.ts'
export { syncAlarm } from './sync-alarm.ts'
