export { MachineNameplate } from './components/machine-nameplate.tsx'
