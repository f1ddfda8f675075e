import { serverTime } from '../../kit/server-time.ts'

/** Today at the server, in China. */
export const today = () => new Date(serverTime() + 8 * 3_600_000).toISOString().slice(0, 10)
