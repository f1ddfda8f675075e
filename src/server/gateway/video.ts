import { createHmac } from 'node:crypto'
import { StartError } from '../start-error.ts'

/** A meeting as a live room needs it: nobody's name, no title. */
export type VideoRoom = { readonly meeting: string; readonly startAt: Date; readonly endAt: Date }

/** The live room of a meeting: a link that is made here, without asking anybody. Null where none is set up. */
export interface VideoGateway {
  readonly name: 'none' | 'address' | 'jitsi' | 'fake'
  join(room: VideoRoom): string | null
}

/** How live rooms are set up: nothing, one address with the room in it, or a self-hosted Jitsi with its secret. */
export type VideoConfig =
  | null
  | { readonly template: string }
  | { readonly jitsi: string; readonly appId: string; readonly secret: string }

/** How long before and after a meeting its room opens, in minutes. */
const early = 30
const late = 60

/**
 * The gateway a configuration asks for. Rooms are named by a keyed digest of the meeting, so that nobody who knows one
 * address guesses another.
 * @param key outside the database
 */
export function videoOf(config: VideoConfig, key: Buffer): VideoGateway {
  if (config === null) return { name: 'none', join: () => null }
  const nameOf = ({ meeting }: VideoRoom) =>
    `zhagen-${createHmac('sha256', key).update(`room ${meeting}`).digest('hex').slice(0, 32)}`
  if ('template' in config)
    return { name: 'address', join: (room) => config.template.replaceAll('{room}', nameOf(room)) }
  return {
    name: 'jitsi',
    join: (room) => `${config.jitsi}/${nameOf(room)}?jwt=${jitsiToken(config, nameOf(room), room)}`,
  }
}

/**
 * A token for one room and the time of its meeting (RFC 7519, HS256). Who joins is not in it: whoever comes in says their
 * own name or none.
 */
function jitsiToken(config: { appId: string; secret: string }, room: string, { startAt, endAt }: VideoRoom): string {
  const seconds = (at: Date, minutes: number) => Math.floor(at.getTime() / 1000) + minutes * 60
  const claims = {
    ...{ aud: 'jitsi', iss: config.appId, sub: '*', room },
    ...{ nbf: seconds(startAt, -early), exp: seconds(endAt, late) },
  }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${signed}.${createHmac('sha256', config.secret).update(signed).digest('base64url')}`
}

/** Whether a room is open at an instant. */
export function isOpen({ startAt, endAt }: Pick<VideoRoom, 'startAt' | 'endAt'>, now: Date): boolean {
  const from = startAt.getTime() - early * 60_000
  return now.getTime() >= from && now.getTime() <= endAt.getTime() + late * 60_000
}

/** Reads ZHAGEN_VIDEO_URL, or ZHAGEN_JITSI_URL with ZHAGEN_JITSI_SECRET. Throws a StartError that names the variable. */
export function readVideo(given: {
  readonly url: string | undefined
  readonly jitsi: string | undefined
  readonly secret: string | undefined
  readonly appId: string | undefined
}): VideoConfig {
  const { url, jitsi, secret, appId } = given
  if (url !== undefined && jitsi !== undefined)
    throw new StartError('ZHAGEN_VIDEO_URL: is given beside ZHAGEN_JITSI_URL; give one of the two')
  if (url !== undefined) {
    mustBeHttps('ZHAGEN_VIDEO_URL', url)
    return { template: url }
  }
  if (jitsi === undefined) return null
  mustBeHttps('ZHAGEN_JITSI_URL', jitsi)
  if (secret === undefined || secret.length < 16)
    throw new StartError('ZHAGEN_JITSI_SECRET: is missing or shorter than 16 characters; give the secret of your Jitsi')
  return { jitsi: jitsi.replace(/\/+$/, ''), appId: appId ?? 'zhagen', secret }
}

function mustBeHttps(name: string, text: string): void {
  if (!URL.canParse(text.replaceAll('{room}', 'room')) || !/^https:\/\//.test(text))
    throw new StartError(
      `${name}: is not an address that begins with https://; give for example https://meet.example.org`,
    )
}
