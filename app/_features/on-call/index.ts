export { CallsAbout } from './components/calls-about.tsx'
export { OnCall } from './components/on-call.tsx'
