export { FirstDay } from './components/first-day.tsx'
export { Overview } from './components/overview.tsx'
export { FIRST_DAY_COOKIE } from './prepare/first-day.ts'
