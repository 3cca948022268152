import type { Definition, Vocabulary } from '../prepare/rule.ts'
import type { Preview } from '../prepare/summary.ts'
import type { Problem } from '../prepare/words.ts'

/** EditorProps is what every word's editor gets: the rule, how to change it, what does not fit, and the days it is tried on. */
export interface EditorProps {
  readonly definition: Definition
  readonly change: (definition: Definition) => void
  readonly problems: readonly Problem[]
  readonly vocabulary: Vocabulary
  readonly preview: Preview | null
}
