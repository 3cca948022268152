import { diffDefinitions, type DefinitionChange } from '#server/core/rules/diff.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'

/** LifeView is a rule's versions and the turns of its life. */
export type LifeView = Outputs['rules']['life']

/** VersionView is one version with who wrote and published it, when and why. */
export type VersionView = LifeView['versions'][number]

/** LifeTurn is one turn of a rule's life. */
export type LifeTurn = LifeView['life'][number]

/** Pair is two versions set beside each other, the earlier one first. */
export interface Pair { readonly before: VersionView; readonly after: VersionView }

/**
 * pairOf picks the two versions to compare: those asked for, else the newest against the one in force, else against the one before. Null where there
 * are not two.
 */
export function pairOf(versions: readonly VersionView[], asked: { readonly before: number | null; readonly after: number | null }): Pair | null {
  const find = (version: number | null): VersionView | undefined => versions.find((one) => one.version === version)
  const after = find(asked.after) ?? versions.find((one) => one.version !== asked.before) ?? versions[0]
  const live = versions.find((one) => one.isLive && one !== after)
  const before = find(asked.before) ?? live ?? versions.find((one) => after !== undefined && one.version < after.version)
  return before === undefined || after === undefined || before === after ? null : { before, after }
}

/** changesOf lists what the later version of a pair says differently. */
export const changesOf = ({ before, after }: Pair): readonly DefinitionChange[] => diffDefinitions(before.definition, after.definition)
