import type { FirstDayStep } from '#server/core/people/first-day.ts'

/** FIRST_DAY_COOKIE remembers for whom the first-day list was put away. */
export const FIRST_DAY_COOKIE = 'mw-first-day'

/** hrefOfStep is where a step is done. */
export function hrefOfStep(step: FirstDayStep): string {
  switch (step) {
    case 'see-overview': case 'acknowledge-incident': return '/'
    case 'open-asset': case 'request-work': return '/assets'
    case 'open-order': case 'start-order': case 'complete-order': case 'plan-order': case 'assign-order': return '/work-orders'
    case 'request-work': return '/work-orders?new=1'
    case 'open-rule': case 'preview-rule': case 'publish-rule': return '/rules'
    case 'see-sources': return '/sources'
    case 'see-health': return '/system'
    case 'create-key': case 'add-person': case 'see-audit': return '/admin'
  }
}
