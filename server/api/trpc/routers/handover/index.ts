import { router } from '../../init.ts'
import { acknowledge } from './acknowledge.ts'
import { board } from './board.ts'
import { changeRepair } from './change-repair.ts'
import { prepare } from './prepare.ts'
import { registerRepair } from './register-repair.ts'
import { removeRepair } from './remove-repair.ts'
import { sign } from './sign.ts'

/** handoverRouter is about the change of shifts, and the register of temporary repairs. */
export const handoverRouter = router({ board, prepare, sign, acknowledge, registerRepair, changeRepair, removeRepair })
