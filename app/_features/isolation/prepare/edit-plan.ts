import type { Content } from './view.ts'

/** Energy is one energy of a plan. */
export type Energy = Content['energies'][number]

/** newEnergy is an energy of which nothing was said, under a name that is free. */
export function newEnergy(energies: readonly Pick<Energy, 'id'>[]): Energy {
  const taken = new Set(energies.map(({ id }) => id))
  let no = energies.length + 1
  while (taken.has(`e${no}`)) no += 1
  return { id: `e${no}`, type: 'electrical', magnitude: '', device: '', location: '', photoId: null, zero: '', stored: null }
}

/** moved lets one energy change places with the one before it: they are cut off in this order. */
export const moved = (energies: readonly Energy[], index: number): Energy[] => {
  const [before, one] = [energies[index - 1], energies[index]]
  return before && one ? [...energies.slice(0, index - 1), one, before, ...energies.slice(index + 1)] : [...energies]
}
