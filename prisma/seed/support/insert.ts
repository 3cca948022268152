import type { Exec } from '#server/platform/db.ts'

/** Row is a row to insert, by column name; objects become JSON, arrays PostgreSQL arrays. */
export type Row = Readonly<Record<string, string | number | boolean | Date | null | readonly string[] | Readonly<Record<string, unknown>>>>

const valueOf = (value: Row[string]): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date) ? JSON.stringify(value) : value

/** insertRows adds the rows that are not there yet; a row that is keeps what people have changed. Table and column names come from the seed's own code. */
export async function insertRows(exec: Exec, table: string, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row)
    const places = columns.map((_, index) => `$${index + 1}`)
    await exec.query(
      `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${places.join(', ')}) ON CONFLICT DO NOTHING`,
      columns.map((column) => valueOf(row[column] ?? null)),
    )
  }
}
