import { findRoute, type Found, type Patterned } from './match.ts'
import type { LoadScreen } from './screen.tsx'

/** TabletRoute is one screen: its address and how to load it. */
export interface TabletRoute extends Patterned {
  readonly load: LoadScreen
  /** Whether it needs nobody to be known on this tablet. */
  readonly open: boolean
}

const route = (pattern: string, load: LoadScreen, open = false): TabletRoute => ({ pattern, load, open })

/** ROUTES are the screens of the tablet, one line each. They are fetched when first shown; the worker keeps them all for when there is no network. */
const ROUTES: readonly TabletRoute[] = [
  route('/m', () => import('../../work/screens/home.tsx')),
  route('/m/orders', () => import('../../work/screens/orders.tsx')),
  route('/m/o/:order', () => import('../../work/screens/order.tsx')),
  route('/m/o/:order/hold', () => import('../../work/screens/hold.tsx')),
  route('/m/o/:order/parts', () => import('../../moves/screens/parts.tsx')),
  route('/m/o/:order/rest', () => import('../../moves/screens/rest.tsx')),
  route('/m/o/:order/scan', () => import('../../moves/screens/scan.tsx')),
  route('/m/o/:order/edit', () => import('../../moves/screens/edit.tsx')),
  route('/m/o/:order/isolation', () => import('../../safety/screens/isolation.tsx')),
  route('/m/scan', () => import('../../scan/screens/scan.tsx')),
  route('/m/o/:order/files', () => import('../../facts/screens/files.tsx')),
  route('/m/o/:order/downtime', () => import('../../facts/screens/downtime.tsx')),
  route('/m/o/:order/time', () => import('../../facts/screens/time.tsx')),
  route('/m/o/:order/done', () => import('../../facts/screens/done.tsx')),
  route('/m/o/:order/permits', () => import('../../safety/screens/permits.tsx')),
  route('/m/handover', () => import('../../handover/screens/handover.tsx')),
  route('/m/handover/repair', () => import('../../handover/screens/repair.tsx')),
  route('/m/a/:tag', () => import('../../work/screens/machine.tsx')),
  route('/m/a/:tag/report', () => import('../../moves/screens/report.tsx')),
  route('/m/a/:tag/done', () => import('../../moves/screens/done.tsx')),
  route('/m/outbox', () => import('../../work/screens/outbox.tsx')),
  route('/m/people', () => import('../../people/screens/people.tsx')),
  route('/m/settings', () => import('../screens/settings.tsx'), true),
  route('/m/install', () => import('../screens/install.tsx'), true),
]

/** routeOf is the screen at an address, or null. */
export const routeOf = (path: string): Found<TabletRoute> | null => findRoute(ROUTES, path)
