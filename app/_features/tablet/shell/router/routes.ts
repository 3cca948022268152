import { findRoute, type Found, type Patterned } from './match.ts'
import type { LoadScreen } from './screen.tsx'

/** TabletRoute is one screen: its address and how to load it. */
export interface TabletRoute extends Patterned {
  readonly load: LoadScreen
}

const route = (pattern: string, load: LoadScreen): TabletRoute => ({ pattern, load })

/** ROUTES are the screens of the tablet, one line each. They are fetched when first shown; the worker keeps them all for when there is no network. */
const ROUTES: readonly TabletRoute[] = [
  route('/m', () => import('../screens/home.tsx')),
  route('/m/o/:order', () => import('../screens/order.tsx')),
  route('/m/settings', () => import('../screens/settings.tsx')),
  route('/m/install', () => import('../screens/install.tsx')),
]

/** routeOf is the screen at an address, or null. */
export const routeOf = (path: string): Found<TabletRoute> | null => findRoute(ROUTES, path)
