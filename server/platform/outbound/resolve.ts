import { lookup } from 'node:dns/promises'
import { AppError } from '../../core/kernel/errors.ts'
import { judgeAddress, type Allowed, type Target } from '../../core/outbound/target.ts'

/** resolveTarget finds where a target's host leads and gives the address to use; 'forbidden' when one of its addresses may not be reached, 'unavailable' when there is none. */
export async function resolveTarget(target: Target, allow: readonly Allowed[]): Promise<{ readonly address: string; readonly family: number }> {
  const name = target.host.replace(/^\[|\]$/g, '')
  const found = await lookup(name, { all: true, verbatim: true }).catch((error: unknown) => {
    throw new AppError('unavailable', `The host ${target.host} is not known.`, { cause: String(error) })
  })
  for (const { address } of found) {
    const problem = judgeAddress(target, address, allow)
    if (problem !== null) throw new AppError('forbidden', problem)
  }
  const [first] = found
  if (!first) throw new AppError('unavailable', `The host ${target.host} has no address.`)
  return first
}
