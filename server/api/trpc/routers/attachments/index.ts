import { router } from '../../init.ts'
import { list } from './list.ts'

/** attachmentsRouter is about photos, voice notes, files and signatures. They are sent to /api/uploads, read from /api/files, and attached by a command of what they belong to. */
export const attachmentsRouter = router({ list })
