export { InstalledEquipment } from './components/installed.tsx'
export { MachineNameplate } from './components/machine-nameplate.tsx'
