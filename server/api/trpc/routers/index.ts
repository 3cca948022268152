import { router } from '../init.ts'
import { meRouter } from './me/index.ts'

/** appRouter is the table of contents of what the browser can ask for. */
export const appRouter = router({
  me: meRouter,
})

/** AppRouter is the contract between the server and the screens. */
export type AppRouter = typeof appRouter
