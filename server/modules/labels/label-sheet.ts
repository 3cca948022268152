import type { CodePicture } from '#server/core/labels/draw.ts'
import { carriedBy, codeText, type Symbology } from '#server/core/labels/symbology.ts'
import { siteScope, type Actor } from '#server/core/people/actor.ts'
import { codePicture } from '#server/platform/code-picture.ts'
import { withTenant } from '#server/platform/db.ts'
import { machineRows, partRows, placeRows, type Choice, type LabelRow, type PlaceRow } from './labels.repo.ts'

/** MOST_LABELS is how many labels are made at once: about twenty sheets, and some seconds of work. */
export const MOST_LABELS = 400

/** LabelWish is which labels are wanted, with which code, and how much room a code has beside its text (mm). */
export interface LabelWish extends Choice {
  readonly of: 'assets' | 'parts'
  readonly symbology: Symbology
  readonly roomMm: number
  /** Where this installation is reached, for codes that are addresses. */
  readonly origin: string
}

/** Label is one label: what it stands for, and its code with what the code says. */
export interface Label extends LabelRow {
  readonly symbology: Symbology
  readonly text: string
  readonly picture: CodePicture
}

/** LabelSheet is the labels, how many there would be without the limit, and the places they can be chosen by. */
export interface LabelSheet {
  readonly labels: readonly Label[]
  readonly total: number
  readonly places: readonly PlaceRow[]
}

// As people count: M-2 before M-10. A sheet is cut out and carried along in this order.
const { compare } = new Intl.Collator('en', { numeric: true })

const labelOf = (row: LabelRow, { of, symbology, roomMm, origin }: LabelWish): Label => {
  const carried = carriedBy(symbology, row.name, roomMm)
  const text = codeText(carried, { kind: of === 'parts' ? 'part' : 'asset', name: row.name }, origin)
  return { ...row, symbology: carried, text, picture: codePicture(carried, text) }
}

/** labelSheet makes the labels of machines of the actor's sites, or of the organization's parts. */
export async function labelSheet(actor: Actor, wish: LabelWish): Promise<LabelSheet> {
  const sites = siteScope(actor, 'asset.read')
  const { rows, total, places } = await withTenant(actor.orgId, async (tx) => ({
    ...(wish.of === 'parts' ? await partRows(tx, wish.ids, MOST_LABELS) : await machineRows(tx, sites, wish, MOST_LABELS)),
    places: await placeRows(tx, sites),
  }))
  return { labels: rows.toSorted((one, other) => compare(one.name, other.name)).map((row) => labelOf(row, wish)), total, places }
}
