export { Alarms } from './components/alarms.tsx'
export { queryOf, rangeOf } from './prepare/filters.ts'
export { filtersOf } from './prepare/parsers.ts'
