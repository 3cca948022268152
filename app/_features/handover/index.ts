export { HandoverBoard } from './components/handover-board.tsx'
