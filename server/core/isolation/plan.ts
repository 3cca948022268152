import * as z from 'zod'

/** ENERGY_TYPES are the kinds of energy that a plan names (ISO 14118, OSHA 1910.147). */
export const ENERGY_TYPES = ['electrical', 'hydraulic', 'pneumatic', 'mechanical', 'thermal', 'chemical', 'radiation', 'other'] as const

const words = (max: number) => z.string().trim().max(max)
const said = (max: number) => words(max).min(1, 'Say this in a few words.')

/** energy parses one energy of a machine: what it is, where it is cut off, and how it is shown to be gone. */
const energy = z.object({
  /** Names it within the plan; it stays over the plan's versions. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  type: z.enum(ENERGY_TYPES),
  /** With its unit: "400 V", "210 bar, 40 l". */
  magnitude: said(80),
  /** What cuts it off, such as "Main switch -Q1". */
  device: said(120),
  location: said(200),
  /** An attachment. */
  photoId: z.uuid().nullable().default(null),
  /** How zero is verified. */
  zero: said(400),
  /** What stays when it is cut off, and how that is released; null where nothing stays. */
  stored: z.object({ what: said(200), release: said(400) }).nullable().default(null),
})

/** planContent parses what an isolation plan says: who is told, how the machine stops, its energies, and how a start is tried. */
export const planContent = z.object({
  /** What is prepared. */
  prepare: words(600),
  /** Who is told before and after: roles or people. */
  told: z.array(said(80)).max(12),
  /** How the machine is brought to a stop. */
  stop: words(600),
  energies: z.array(energy).max(24),
  /** How one tries to start it, to see that it does not. */
  tryStart: words(600),
})
export type PlanContent = z.infer<typeof planContent>

/** EMPTY_PLAN is a plan before anything was said. */
export const EMPTY_PLAN: PlanContent = { prepare: '', told: [], stop: '', energies: [], tryStart: '' }

/** PlanGap names what a plan lacks before it can be published. */
export type PlanGap = 'prepare' | 'told' | 'stop' | 'energies' | 'energy-twice' | 'tryStart'

/** planGap finds the first thing that a plan lacks for people to work by it; null when it is whole. */
export function planGap(content: PlanContent): PlanGap | null {
  if (content.prepare === '') return 'prepare'
  if (content.told.length === 0) return 'told'
  if (content.stop === '') return 'stop'
  if (content.energies.length === 0) return 'energies'
  if (new Set(content.energies.map(({ id }) => id)).size < content.energies.length) return 'energy-twice'
  return content.tryStart === '' ? 'tryStart' : null
}
