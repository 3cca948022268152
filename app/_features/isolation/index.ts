export { OrderSafety } from './components/order-safety.tsx'
export { MachineIsolation } from './components/plan-panel.tsx'
export { SafetyBoard } from './components/safety-board.tsx'
