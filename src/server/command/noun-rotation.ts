import { createHash } from 'node:crypto'
import { rotationStream } from '../../domain/derived-stream.ts'
import { realmOfId } from '../../domain/id.ts'
import type { RotationCommand } from '../../domain/rotation/command.ts'
import { look } from '../../domain/rotation/decide.ts'
import type { RotationEvent, Standing } from '../../domain/rotation/event.ts'
import { evolve, type RotationState } from '../../domain/rotation/evolve.ts'
import { seatLevels } from '../../domain/training/seat.ts'
import { projectRotation } from '../projection/training.ts'
import type { BatchDesk, Noun } from './noun.ts'

/** How one person stands under one plan 轮训: a stream each, in the realm of the person, whose id follows from both. */
export const rotationNoun: Noun = {
  name: 'rotation',
  streams: ({ body }) => [streamOf(body)],
  evolve: (state, event) =>
    evolve(state as RotationState | null, event as unknown as RotationEvent & { stream: string }),
  project: projectRotation,
  async decide({ body, actor }, desk) {
    const command: RotationCommand = { kind: 'rotation.look', ...body }
    const stream = streamOf(command)
    const state = desk.state(stream, 'rotation') as RotationState | null
    // Read under the lock of the stream, so that of two who look the later one sees what the earlier saw, and more.
    const decision = look(state, command, { actor, standing: await standingOf(command, desk) })
    return { stream, noun: 'rotation', subject: stream, decision }
  },
}

function streamOf({ account, plan }: Pick<RotationCommand, 'account' | 'plan'>): string {
  return rotationStream(realmOfId(account), createHash('sha256').update(`rotation ${account} ${plan}`).digest())
}

async function standingOf({ account, plan }: RotationCommand, { client }: BatchDesk): Promise<Standing | null> {
  const { rows } = await client.query<Omit<Standing, 'on'> & { on: string | null }>({
    name: 'training-standing',
    text: `select path, level, full_time as "fullTime", to_char(on_day, 'YYYY-MM-DD') as on
      from training_standing(array[$1::uuid], $2, $3)`,
    values: [account, plan, seatLevels],
  })
  const [found] = rows
  return found && found.on !== null ? { ...found, on: found.on } : null
}
