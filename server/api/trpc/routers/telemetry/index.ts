import { router } from '../../init.ts'
import { series } from './series.ts'

/** telemetryRouter reads the points' history. */
export const telemetryRouter = router({ series })
