import { router } from '../../init.ts'
import { acknowledge } from './acknowledge.ts'

/** incidentsRouter is about handling incidents. */
export const incidentsRouter = router({ acknowledge })
