import type { OrderCommands } from '../hooks/use-order-command.ts'
import type { OrderView } from '../prepare/view.ts'

/** CommandFormProps is what each command's form needs. */
export interface CommandFormProps {
  readonly view: OrderView
  readonly commands: OrderCommands
  readonly onDone: () => void
}
