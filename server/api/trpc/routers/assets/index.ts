import { router } from '../../init.ts'
import { decideBaseline } from './decide-baseline.ts'
import { declareMaintenance } from './declare-maintenance.ts'
import { endMaintenance } from './end-maintenance.ts'
import { exchangeEquipment } from './exchange-equipment.ts'
import { get } from './get.ts'
import { openWork } from './open-work.ts'
import { saveFacts } from './save-facts.ts'
import { savePoint } from './save-point.ts'
import { search } from './search.ts'
import { tree } from './tree.ts'

/** assetsRouter is about positions in the plant. */
export const assetsRouter = router({ tree, get, search, openWork, declareMaintenance, endMaintenance, saveFacts, savePoint, exchangeEquipment, decideBaseline })
