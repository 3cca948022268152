export { Overview } from './components/overview.tsx'
export { FIRST_DAY_COOKIE } from './prepare/first-day.ts'
