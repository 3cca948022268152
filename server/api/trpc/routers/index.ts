import { router } from '../init.ts'
import { auditRouter } from './audit/index.ts'
import { keysRouter } from './keys/index.ts'
import { meRouter } from './me/index.ts'
import { peopleRouter } from './people/index.ts'
import { systemRouter } from './system/index.ts'

/** appRouter is the table of contents of what the browser can ask for. */
export const appRouter = router({
  me: meRouter,
  people: peopleRouter,
  keys: keysRouter,
  audit: auditRouter,
  system: systemRouter,
})

/** AppRouter is the contract between the server and the screens. */
export type AppRouter = typeof appRouter
