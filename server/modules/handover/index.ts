export { acknowledgeHandover, prepareHandover, signHandover, type AcknowledgeHandover, type SignHandover } from './hand-over.ts'
export { handoverBoard, type HandoverBoard } from './read.ts'
export { changeRepair, registerRepair, removeRepair, type ChangeRepair, type RegisterRepair, type RemoveRepair } from './repairs.ts'
export { pastRepairs } from './repairs.repo.ts'
