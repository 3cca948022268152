import { router } from '../../init.ts'
import { about } from './about.ts'
import { health } from './health.ts'

/** systemRouter is about the installation itself. */
export const systemRouter = router({ about, health })
