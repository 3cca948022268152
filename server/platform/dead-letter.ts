import { systemExec } from './db.ts'
import { newId } from './ids.ts'

/** saveDeadLetter keeps a job that can never succeed as it is, with its reason, for a person to look at. */
export async function saveDeadLetter(queue: string, name: string, payload: unknown, error: string): Promise<void> {
  await systemExec().query('INSERT INTO dead_letter (id, queue, name, payload, error) VALUES ($1::uuid, $2, $3, $4::jsonb, $5)', [
    newId(), queue, name, JSON.stringify(payload ?? null), error,
  ])
}
