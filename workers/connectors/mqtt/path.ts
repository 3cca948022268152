/** readPath returns what a path such as `$.a.b[0]` names inside parsed JSON (undefined when it is not there); `$` is the whole. */
export function readPath(root: unknown, path: string): unknown {
  let here: unknown = root
  for (const step of stepsOf(path)) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, step)) return undefined
    here = (here as Record<string, unknown>)[step]
  }
  return here
}

const stepsOf = (path: string): string[] =>
  path.replace(/^\$\.?/, '').replaceAll(/\[(\d+)\]/g, '.$1').split('.').filter((step) => step !== '')
