import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useCommand } from '../api/use-command.ts'
import { useMe } from '../frame/me.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { TextKey } from '../text/zh.ts'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { type Correction, correctionOf, toldBefore } from './correction.ts'
import { LineFields } from './heard-fields.tsx'

/** Corrects a visit one recorded: what was told stands in the fields, what is changed is sent, with a reason. */
export function CorrectForm({ told }: { told: ViewAnswer<'visit'> }) {
  const { say } = useSpeech()
  const names = useNames()
  const me = useMe()
  const queries = useQueryClient()
  const before = toldBefore(told)
  const [form, put] = useState<Correction>(before)
  const [missing, tell] = useState<TextKey | null>(null)
  const visit = told.visit.id
  const correct = useCommand('visit.correct', `visit.correct ${visit}`, {
    onAccepted: () => void queries.invalidateQueries({ queryKey: ['visits'] }),
  })
  const realm = me.posts.find((each) => each.post === me.acting)?.realm
  if (realm === undefined) return null
  const change = (patch: Partial<Correction>) => put({ ...form, ...patch })
  const send = () => {
    const body = correctionOf(visit, before, form)
    if ('missing' in body) return tell(body.missing)
    tell(null)
    void correct.submit(realm, body)
  }
  return (
    <details>
      <summary>{say('visits.correct')}</summary>
      <TextInput label={say('visits.met')} inputMode="numeric" value={form.met} onChange={(met) => change({ met })} />
      <Choices
        label={say('visits.kind')}
        choices={names.list('visit.kind').map(({ code, name }) => ({ id: code, name }))}
        value={form.kind}
        onChange={(kind) => change({ kind })}
      />
      <LineFields
        list="theme"
        title="visits.opinion"
        rows={form.opinions}
        onChange={(opinions) => change({ opinions })}
      />
      <LineFields list="deed" title="visits.deedDone" rows={form.deeds} onChange={(deeds) => change({ deeds })} />
      <TextInput label={say('visits.next')} value={form.next} onChange={(next) => change({ next })} />
      <TextInput
        label={say('visits.nextOn')}
        type="date"
        value={form.nextOn}
        onChange={(nextOn) => change({ nextOn })}
      />
      <TextInput
        label={say('visits.correctWhy')}
        hint={say('visits.correctWhyHint')}
        value={form.reason}
        onChange={(reason) => change({ reason })}
      />
      <p className="wrong" role="alert">
        {missing ? say(missing) : ''}
      </p>
      <OutcomeWords phase={correct.phase} />
      <Button kind="act" disabled={correct.phase.is === 'sending'} onPress={send}>
        {say('visits.correctDo')}
      </Button>
    </details>
  )
}
