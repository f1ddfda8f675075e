import { suggestTopic } from '../../../domain/topic-suggest.ts'
import { type Dress, wordsOf } from '../../../web/door/dress.ts'
import type { FieldError } from '../../../web/door/field.ts'
import type { RaiseFields } from '../../../web/door/raise-form.ts'
import type { ServerContext } from '../../context.ts'
import { newNonce } from './once.ts'
import { lookUpEmployers, lookUpPlaces } from './places.ts'

/** What a button of the form asks for. `enter` is the key: it looks up what was just typed, or submits. */
export const lookingUp = [
  'look',
  'find-place',
  'browse-place',
  'next-place',
  'other-place',
  'find-employer',
  'find-agency',
  'take-topic',
  'list-place',
] as const
export type Step = 'submit' | (typeof lookingUp)[number]

/** What a step of the form finds, and what is wrong with it. */
export async function lookUp(
  context: ServerContext,
  dress: Dress,
  fields: RaiseFields,
  step: Step,
  errors: readonly FieldError[],
) {
  const { reader } = context.db
  const words = wordsOf(dress).errors
  const region = step === 'browse-place' ? '000000' : step === 'other-place' ? '' : fields.region
  const searching = step === 'find-place' || step === 'list-place' || (step === 'submit' && region === '')
  let places = await lookUpPlaces(reader, region, searching ? fields.place : null)
  // While somebody is still typing, the only place found so far is none they chose.
  const only = places.found?.length === 1 && step !== 'list-place' ? places.found[0] : undefined
  if (only) places = await lookUpPlaces(reader, only.code, null)
  const employers =
    step === 'find-employer' || fields.employer !== ''
      ? await lookUpEmployers(reader, fields.region, fields.employerName)
      : null
  const agencies =
    step === 'find-agency' || fields.agency !== ''
      ? await lookUpEmployers(reader, fields.region, fields.agencyName, 'prefecture')
      : null
  const found: FieldError[] = [...errors]
  if (searching && step !== 'submit' && fields.place.trim() !== '' && places.found?.length === 0)
    found.push({ id: 'place', text: words.placeNothing(fields.place.trim()) })
  if (step === 'find-place' && fields.place.trim() === '') found.push({ id: 'place', text: words.placeMissing })
  if (step === 'find-employer' && employers === null && fields.employerName.trim() !== '')
    found.push({ id: 'employerName', text: words.employerPlace })
  if (step === 'find-agency' && agencies === null && fields.agencyName.trim() !== '')
    found.push({ id: 'agencyName', text: words.employerPlace })
  const near = step === 'take-topic' ? suggestTopic(fields.text, dress.rules.raise.topicWords) : undefined
  const shown: RaiseFields = {
    ...fields,
    ...(near === undefined ? {} : { topic: near }),
    region: places.chosen?.code ?? '',
    nonce: fields.nonce || newNonce(context.clock.now().getTime()),
  }
  return { fields: shown, places, employers, agencies, errors: found }
}
