import type { Pool, PoolClient } from 'pg'

/**
 * One process at a time does a work of this number among the advisory locks of the database. The work is told when the
 * connection that holds the lock is lost: without it the lock is anybody's, and whoever takes it goes on from there.
 * @param wait where another one is at it, wait for its end instead of leaving it to that one
 * @returns null when it was left to another
 */
export async function alone<Done>(
  pool: Pool,
  lock: number,
  wait: boolean,
  work: (holder: PoolClient, lost: () => boolean) => Promise<Done>,
): Promise<Done | null> {
  const holder = await pool.connect()
  let lost = false
  const lose = () => {
    lost = true
  }
  holder.on('error', lose)
  try {
    if (!(await take(holder, lock, wait))) return null
    const done = await work(holder, () => lost)
    if (!lost) await holder.query('select pg_advisory_unlock($1)', [lock])
    return done
  } catch (error) {
    // It may still hold the lock, so it must not go back to the pool.
    lost = true
    throw error
  } finally {
    holder.off('error', lose)
    holder.release(lost)
  }
}

async function take(holder: PoolClient, lock: number, wait: boolean): Promise<boolean> {
  if (wait) await holder.query('select pg_advisory_lock($1)', [lock])
  if (wait) return true
  const { rows } = await holder.query('select pg_try_advisory_lock($1) as mine', [lock])
  return rows[0].mine
}
