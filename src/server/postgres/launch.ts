import { type SpawnOptions, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { StartError } from '../start-error.ts'
import type { Binaries } from './binaries.ts'

/** How PostgreSQL's programs are run so that they do not see root, which they refuse (docs/adr/0002). */
export type Launch = {
  readonly how: 'as we are' | 'user namespace' | 'capabilities' | 'another user'
  /** Put before the program. */
  readonly prefix: readonly string[]
  readonly spawn: Pick<SpawnOptions, 'uid' | 'gid'>
  /** Who must own the files of the cluster, seen from outside; undefined leaves them as they are. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined
}

/** The first way that works on this machine and in these folders. */
export function chooseLaunch(binaries: Binaries, folder: string): Launch {
  if (process.platform === 'win32' || process.getuid?.() !== 0) {
    return { how: 'as we are', prefix: [], spawn: {}, owner: undefined }
  }
  const found = waysAroundRoot().find((launch) => worksHere(launch, binaries, folder))
  if (found) return found
  throw new StartError(
    'PostgreSQL refuses to run as root, and here neither a user namespace (unshare) nor another user (setpriv) can run it: ' +
      'start zhagen as an ordinary user, or set DATABASE_URL',
  )
}

/** Best first. */
export function waysAroundRoot(): readonly Launch[] {
  const other = otherUser()
  const caps = '+dac_override,+dac_read_search'
  return [
    {
      // Files stay root's, so any folder root can reach will do, and nothing has to be given away.
      how: 'user namespace',
      prefix: ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'],
      spawn: {},
      owner: { uid: 0, gid: 0 },
    },
    {
      // no_setuid_fixup: without it access(2), by which PostgreSQL looks for its own programs, ignores the capabilities.
      how: 'capabilities',
      prefix: [
        ...[
          'setpriv',
          '--securebits=+no_setuid_fixup',
          `--reuid=${other.uid}`,
          `--regid=${other.gid}`,
          '--clear-groups',
        ],
        ...[`--inh-caps=${caps}`, `--ambient-caps=${caps}`, '--'],
      ],
      spawn: {},
      owner: other,
    },
    // Works only where every folder above the package and the data may be entered by others.
    { how: 'another user', prefix: [], spawn: other, owner: other },
  ]
}

/** Whether the way works on this machine for these programs and this folder. */
export function worksHere(launch: Launch, binaries: Binaries, folder: string): boolean {
  // -x and -r of the programs and of the folder's parents are what fails in a 0700 clone; ownership is set later.
  const script = 'test "$(id -u)" != 0 && test -x "$0" && test -x "$1" && cd "$2"'
  const [command = '/bin/sh', ...rest] = [...launch.prefix, '/bin/sh']
  const args = [...rest, '-c', script, binaries.initdb, binaries.postgres, folder]
  return spawnSync(command, args, { ...launch.spawn, stdio: 'ignore' }).status === 0
}

/** The system's postgres user if it has one, else nobody. */
function otherUser(): { uid: number; gid: number } {
  const nobody = { uid: 65534, gid: 65534 }
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((each) => each.startsWith('postgres:'))
    const [, , uid, gid] = line?.split(':') ?? []
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : nobody
  } catch {
    return nobody
  }
}
