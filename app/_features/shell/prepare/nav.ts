import type { Permission } from '#server/core/people/permissions.ts'

/** NavKey names a place of the main menu. */
export type NavKey = 'overview' | 'alarms' | 'workOrders' | 'permits' | 'handover' | 'onCall' | 'assets' | 'rules' | 'sources' | 'system' | 'admin'

/** NavItem is one place: its address and the permissions that open it. */
export interface NavItem {
  readonly key: NavKey
  readonly href: string
  /** One of these is enough. */
  readonly permissions: readonly Permission[]
  /** Places for the plant stand above, places for the installation at the foot. */
  readonly foot: boolean
}

const ITEMS: readonly NavItem[] = [
  { key: 'overview', href: '/', permissions: ['incident.read'], foot: false },
  { key: 'alarms', href: '/alarms', permissions: ['incident.read'], foot: false },
  { key: 'workOrders', href: '/work-orders', permissions: ['work-order.read'], foot: false },
  { key: 'assets', href: '/assets', permissions: ['asset.read'], foot: false },
  { key: 'onCall', href: '/on-call', permissions: ['incident.read'], foot: false },
  { key: 'permits', href: '/permits', permissions: ['work-order.read'], foot: false },
  { key: 'handover', href: '/handover', permissions: ['work-order.read'], foot: false },
  { key: 'rules', href: '/rules', permissions: ['rule.read'], foot: false },
  { key: 'sources', href: '/sources', permissions: ['source.read'], foot: true },
  { key: 'system', href: '/system', permissions: ['system.read'], foot: true },
  { key: 'admin', href: '/admin', permissions: ['people.edit', 'key.edit', 'webhook.edit', 'audit.read'], foot: true },
]

/** navFor lists the places a person may go. */
export const navFor = (permissions: readonly Permission[]): readonly NavItem[] => 
  ITEMS.filter((item) => item.permissions.some((permission) => permissions.includes(permission)))

/** isCurrent tells whether an address belongs to a place: itself or below it. */
export const isCurrent = (item: NavItem, pathname: string): boolean =>
  item.href === '/' ? pathname === '/' : pathname === item.href || pathname.startsWith(`${item.href}/`)

/** initials are up to two letters for a person's picture. */
export const initials = (name: string): string =>
  name.split(/\s+/).filter(Boolean).map((word) => word[0] ?? '').filter((_letter, index, all) => index === 0 || index === all.length - 1).join('').toUpperCase()
