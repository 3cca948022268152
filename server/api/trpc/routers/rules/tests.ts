import * as z from 'zod'
import { ruleTests } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** tests gives a rule's tests as YAML. */
export const tests = procedure('rule.read')
  .input(z.object({ id: z.uuid() }))
  .query(({ ctx, input }) => ruleTests(ctx.actor, input.id))
