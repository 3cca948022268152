import { router } from '../../init.ts'
import { health } from './health.ts'

/** systemRouter is about the installation itself. */
export const systemRouter = router({ health })
