/** popoverClass is a surface that floats: a hairline one step stronger instead of a shadow. */
export const popoverClass =
  'max-w-[calc(100vw-16px)] rounded-lg border border-g7 bg-surface text-13 text-fg outline-none transition-opacity entering:opacity-0 exiting:opacity-0'

/** itemClass is one row of a menu or list box. */
export const itemClass =
  'touch flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-13 text-fg no-underline outline-none hover:bg-g3 focus:bg-g3 selected:font-mid disabled:cursor-default disabled:text-fg-2 focus-visible:outline-2 focus-visible:-outline-offset-2'
