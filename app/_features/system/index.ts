export { System } from './components/system.tsx'
