import { Bell, ClipboardList, Factory, Handshake, HeartPulse, LayoutDashboard, LockKeyhole, PhoneCall, Plug, Ruler, UserCog, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { NavKey } from '../prepare/nav.ts'

const ICONS: Readonly<Record<NavKey, LucideIcon>> = {
  overview: LayoutDashboard, alarms: Bell, workOrders: ClipboardList, permits: LockKeyhole, handover: Handshake, onCall: PhoneCall,
  assets: Factory, rules: Ruler, sources: Plug, system: HeartPulse, admin: UserCog,
}

/** NavIcon is the picture of a place in the menu. */
export function NavIcon({ place, size = 16 }: { readonly place: NavKey; readonly size?: number }): ReactNode {
  const Icon = ICONS[place]
  return <Icon size={size} strokeWidth={1.5} aria-hidden />
}
