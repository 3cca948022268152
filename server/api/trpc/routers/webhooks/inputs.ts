import * as z from 'zod'
import { CATEGORIES, category } from '#server/core/notify/kinds.ts'

/** label parses a webhook's name. */
export const label = z.string().trim().min(1, 'Give it a name.').max(100)
/** heard parses what a webhook hears of. */
export const heard = z.array(category).min(1, 'Choose at least one.').max(CATEGORIES.length)
/** minPriority parses the least urgent priority that a webhook hears of. */
export const minPriority = z.int().min(1).max(4)
