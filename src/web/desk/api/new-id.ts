import { type Id, makeId, type Realm } from '../../../domain/id.ts'
import { serverTime } from '../../kit/server-time.ts'

/** A fresh id for a command on a stream of that realm. */
export function newId(realm: Realm): Id {
  return makeId(realm, serverTime(), crypto.getRandomValues(new Uint8Array(8)))
}
