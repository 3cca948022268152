export {
  changesSince, liveSources, machines, openIncidents, overdueOrders, type ChangeRow, type IncidentRow, type MachineRow, type OverdueRow, type Sites,
} from './overview.repo.ts'
export { askingOrders, type AskingOrder } from './questions.repo.ts'
