import { router } from '../../init.ts'
import { acknowledge } from './acknowledge.ts'
import { addSuppression } from './add-suppression.ts'
import { counts } from './counts.ts'
import { get } from './get.ts'
import { held } from './held.ts'
import { journal } from './journal.ts'
import { list } from './list.ts'
import { removeSuppression } from './remove-suppression.ts'
import { report } from './report.ts'
import { returnToService } from './return-to-service.ts'
import { shelve } from './shelve.ts'
import { takeOutOfService } from './take-out-of-service.ts'
import { unshelve } from './unshelve.ts'

/** alarmsRouter is about handling alarms as ISA-18.2 says. */
export const alarmsRouter = router({
  list, counts, get, journal, acknowledge, shelve, unshelve, takeOutOfService, returnToService, held, addSuppression, removeSuppression, report,
})
