import type { Permission } from '#server/core/people/permissions.ts'

/** NavKey names a place of the main menu. */
export type NavKey = 'overview' | 'workOrders' | 'assets' | 'rules' | 'sources' | 'system'

/** NavItem is one place: its address and the permission it needs. */
export interface NavItem {
  readonly key: NavKey
  readonly href: string
  readonly permission: Permission
  /** Places for the plant stand above, places for the installation at the foot. */
  readonly foot: boolean
}

const ITEMS: readonly NavItem[] = [
  { key: 'overview', href: '/', permission: 'incident.read', foot: false },
  { key: 'workOrders', href: '/work-orders', permission: 'work-order.read', foot: false },
  { key: 'assets', href: '/assets', permission: 'asset.read', foot: false },
  { key: 'rules', href: '/rules', permission: 'rule.read', foot: false },
  { key: 'sources', href: '/sources', permission: 'source.read', foot: true },
  { key: 'system', href: '/system', permission: 'system.read', foot: true },
]

/** navFor lists the places a person may go. */
export const navFor = (permissions: readonly Permission[]): readonly NavItem[] => ITEMS.filter((item) => permissions.includes(item.permission))

/** isCurrent tells whether an address belongs to a place: itself or below it. */
export const isCurrent = (item: NavItem, pathname: string): boolean =>
  item.href === '/' ? pathname === '/' : pathname === item.href || pathname.startsWith(`${item.href}/`)

/** initials are up to two letters for a person's picture. */
export const initials = (name: string): string =>
  name.split(/\s+/).filter(Boolean).map((word) => word[0] ?? '').filter((_letter, index, all) => index === 0 || index === all.length - 1).join('').toUpperCase()
