import type pg from 'pg'

/**
 * Runs a change of units, sections or employers in one transaction, one such change at a time, and raises
 * directory_version when `work` says that something changed, so that every cache of the directory looks again.
 */
export async function changeDirectory<T>(
  client: pg.ClientBase,
  work: () => Promise<{ result: T; changed: boolean }>,
): Promise<T> {
  await client.query('begin')
  try {
    await client.query('select n from directory_version for update')
    const { result, changed } = await work()
    if (changed) await client.query('update directory_version set n = n + 1')
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
