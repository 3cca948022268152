import type { Outputs } from '../../../_lib/trpc/types.ts'
import type { Choice } from '../../../_ui/select.tsx'

type Tree = Outputs['assets']['tree']

/** placesOf lists the areas and lines of the plant, each after the place it lies in. */
export function placesOf(tree: Tree): readonly Choice[] {
  return tree.nodes.filter(({ level }) => level === 'area' || level === 'line').map(({ id, tag, name }) => ({ id, label: `${tag} ${name}` }))
}

/** machinesOf lists what can alarm: machines and components. */
export function machinesOf(tree: Tree): readonly Choice[] {
  return tree.nodes.filter(({ level }) => level === 'machine' || level === 'component').map(({ id, tag, name }) => ({ id, label: `${tag} ${name}` }))
}
