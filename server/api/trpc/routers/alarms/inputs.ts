import * as z from 'zod'

/** reason parses why an alarm is kept quiet: it stands in the journal for whoever asks later. */
export const reason = z.string().trim().min(3, 'Give the reason in a few words.').max(500)
