import { router } from '../init.ts'
import { alarmsRouter } from './alarms/index.ts'
import { assetsRouter } from './assets/index.ts'
import { attachmentsRouter } from './attachments/index.ts'
import { auditRouter } from './audit/index.ts'
import { backtestsRouter } from './backtests/index.ts'
import { contractorsRouter } from './contractors/index.ts'
import { devicesRouter } from './devices/index.ts'
import { handoverRouter } from './handover/index.ts'
import { incidentsRouter } from './incidents/index.ts'
import { isolationRouter } from './isolation/index.ts'
import { keysRouter } from './keys/index.ts'
import { labelsRouter } from './labels/index.ts'
import { liveRouter } from './live/index.ts'
import { meRouter } from './me/index.ts'
import { notifyRouter } from './notify/index.ts'
import { onCallRouter } from './onCall/index.ts'
import { overviewRouter } from './overview/index.ts'
import { permitsRouter } from './permits/index.ts'
import { peopleRouter } from './people/index.ts'
import { requestsRouter } from './requests/index.ts'
import { rulesRouter } from './rules/index.ts'
import { sourcesRouter } from './sources/index.ts'
import { systemRouter } from './system/index.ts'
import { telemetryRouter } from './telemetry/index.ts'
import { webhooksRouter } from './webhooks/index.ts'
import { workOrdersRouter } from './workOrders/index.ts'

/** appRouter is the table of contents of what the browser can ask for. */
export const appRouter = router({
  me: meRouter,
  live: liveRouter,
  overview: overviewRouter,
  assets: assetsRouter,
  labels: labelsRouter,
  workOrders: workOrdersRouter,
  devices: devicesRouter,
  isolation: isolationRouter,
  attachments: attachmentsRouter,
  permits: permitsRouter,
  handover: handoverRouter,
  requests: requestsRouter,
  contractors: contractorsRouter,
  incidents: incidentsRouter,
  alarms: alarmsRouter,
  telemetry: telemetryRouter,
  rules: rulesRouter,
  backtests: backtestsRouter,
  sources: sourcesRouter,
  people: peopleRouter,
  keys: keysRouter,
  notify: notifyRouter,
  onCall: onCallRouter,
  webhooks: webhooksRouter,
  audit: auditRouter,
  system: systemRouter,
})

/** AppRouter is the contract between the server and the screens. */
export type AppRouter = typeof appRouter
