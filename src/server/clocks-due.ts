import type { Pool } from 'pg'

/** How many demands wait for the clock at an instant, and since when the oldest does: after a complete run, none. */
export async function clocksDue(pool: Pool, at: Date): Promise<{ count: number; oldest: Date | null }> {
  const { rows } = await pool.query(
    'select count(*)::int as count, min(clock_at) as oldest from demand where clock_at <= $1',
    [at],
  )
  return rows[0]
}
