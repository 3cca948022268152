export { CallsAbout } from './components/calls-about.tsx'
