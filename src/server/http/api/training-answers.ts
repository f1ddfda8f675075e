import type { Actor } from '../../../domain/actor.ts'
import { localDateOf } from '../../../domain/calendar/local-time.ts'
import { realmOfId } from '../../../domain/id.ts'
import { rulesAt } from '../../../domain/rules.ts'
import type { trainingViews } from '../../../protocol/training-view.ts'
import type { ViewParams } from '../../../protocol/view.ts'
import type { ServerContext } from '../../context.ts'
import { openPart } from '../../vault/content.ts'
import { coverageView } from '../../view/coverage.ts'
import { ownTraining } from '../../view/own-training.ts'
import { type Reader, reading } from '../../view/scope.ts'
import { classesFor, classPage } from '../../view/training-class.ts'
import { coursesFor, plansFor, trainingTags } from '../../view/training-papers.ts'
import { findPeople } from '../../view/training-people.ts'
import { recordsOf } from '../../view/training-records.ts'
import { suggestionsFor } from '../../view/training-suggestions.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Ask<N extends keyof typeof trainingViews> = {
  readonly context: ServerContext
  readonly actor: Reader
  readonly params: ViewParams<N>
}

/** How the views of training are answered. */
export const trainingAnswers: {
  readonly [N in keyof typeof trainingViews]: (ask: Ask<N>) => Promise<unknown>
} = {
  'training-tags': async ({ context }) => trainingTags(inForce(context).training),
  'training-plans': ({ context, actor }) =>
    reading(context.db.reader, actor, (client) => plansFor(client, actor as Staff)),
  courses: ({ context, actor }) => reading(context.db.reader, actor, (client) => coursesFor(client, actor as Staff)),
  classes: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => classesFor(client, actor as Staff, params)),
  class: ({ context, actor, params }) => classWithTrainer(context, actor as Staff, params.class),
  coverage: ({ context, actor, params }) => {
    const on = params.on ?? localDateOf(context.clock.now().getTime())
    const asked = { plan: params.plan, unit: Number(params.unit ?? (actor as Staff).unit), on }
    return reading(context.db.reader, actor, (client) => coverageView(client, asked, inForce(context).figures.fewest))
  },
  'own-training': ({ context, actor }) =>
    reading(context.db.reader, actor, (client) => ownTraining(client, actor as Staff)),
  'training-suggestions': ({ context, actor, params }) => {
    const rules = inForce(context)
    const by = { rules: rules.training, fewest: rules.figures.fewest, now: context.clock.now() }
    const unit = Number(params.unit ?? (actor as Staff).unit)
    return reading(context.db.reader, actor, (client) => suggestionsFor(client, unit, by))
  },
  'training-records': ({ context, actor }) =>
    reading(context.db.reader, actor, (client) => recordsOf(client, actor as Staff)),
  'training-people': ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => findPeople(client, actor as Staff, params.text)),
}

/** A class; who trains in words is opened only after the class was seen. */
async function classWithTrainer(context: ServerContext, actor: Staff, id: string) {
  const most = inForce(context).training.partTimeDays
  const { trainerContent, ...page } = await reading(context.db.reader, actor, (client) =>
    classPage(client, actor, id, most),
  )
  if (trainerContent === null) return { class: page }
  const client = await context.db.writer.connect()
  try {
    const texts = await openPart(client, context.command.subjectKeys, realmOfId(id), id, 'text', 'cadre')
    return { class: { ...page, trainer: page.trainer ?? texts.get(trainerContent)?.value ?? null } }
  } finally {
    client.release()
  }
}

function inForce({ command, clock }: ServerContext) {
  return rulesAt(command.ruleSet, clock.now().getTime())
}
