import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils'

/** Lets each call begin when the one before it has ended, well or not. */
function queue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    // Whoever called hears of a failure; who waits behind only needs to know that it is over.
    last = done.then(() => null, () => null)
    return done
  }
}

function inTurn(transaction: Transaction): Transaction {
  const turn = queue()
  const { queryRaw, executeRaw } = transaction
  transaction.queryRaw = (query) => turn(() => queryRaw.call(transaction, query))
  transaction.executeRaw = (query) => turn(() => executeRaw.call(transaction, query))
  return transaction
}

function withTurns<Adapter extends SqlDriverAdapter>(adapter: Adapter): Adapter {
  const { startTransaction } = adapter
  adapter.startTransaction = async (level) => inTurn(await startTransaction.call(adapter, level))
  return adapter
}

/**
 * oneStatementAtATime connects Prisma to PostgreSQL so that a transaction's statements wait for each other here. Prisma asks
 * for several relations of one row at once, and a connection carries one statement: the driver's own queue for them ends with its next version.
 */
export function oneStatementAtATime(connectionString: string, max: number): SqlDriverAdapterFactory {
  const factory = new PrismaPg({ connectionString, max })
  const { connect } = factory
  factory.connect = async () => withTurns(await connect.call(factory))
  return factory
}
