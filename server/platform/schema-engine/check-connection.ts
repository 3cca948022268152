import pg from 'pg'

/** checkConnection tells Prisma whether the database answers: exit code 0, or 1 with the reason as a log line on standard error. */
export async function checkConnection(url: string | undefined): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await client.end()
    return 0
  } catch (error) {
    const fields = { error_code: 'P1001', message: `The database does not answer: ${(error as Error).message}` }
    // Prisma skips the first line and reads every other one as JSON.
    process.stderr.write(`schema-engine\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}`)
    return 1
  }
}
