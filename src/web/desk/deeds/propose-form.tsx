import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { useMe } from '../frame/me.ts'
import { EmployerPicker } from '../intake/employer-picker.tsx'
import { RegionPicker } from '../intake/region-picker.tsx'
import { useSpeech } from '../text/say.tsx'
import { readYuan } from '../text/yuan.ts'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { deedKindsQuery, deedsMoved } from './queries.ts'

type Field = ViewAnswer<'deed-kinds'>['kinds'][number]['fields'][number]
type Place = NonNullable<Parameters<typeof RegionPicker>[0]['value']>

const empty = {
  deed: null as string | null,
  for: 'workers' as 'workers' | 'enterprise',
  what: '',
  beneficiaries: '',
  surnames: '',
  names: '',
  amount: '',
  fund: null as string | null,
  fields: {} as Readonly<Record<string, string>>,
  place: null as Place | null,
  employer: null as { readonly id: number; readonly name: string } | null,
}

/** A deed proposed for the own union. What a kind asks for of its own stands in the rules. */
export function ProposeForm({ close }: { close: () => void }) {
  const { say, language } = useSpeech()
  const me = useMe()
  const post = me.posts.find((each) => each.post === me.acting)
  const { data } = useQuery(deedKindsQuery)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const draft = useDraft('deed.propose', empty)
  const { value, change } = draft
  const [missing, tell] = useState(false)
  const propose = useCommand('deed.propose', 'deed.propose', {
    onAccepted: ({ result }) => {
      draft.clear()
      void deedsMoved(queries)
      void navigate({ to: '/deeds/$deed', params: { deed: String(result.stream) } })
    },
  })
  const kind = data?.kinds.find(({ code }) => code === value.deed)
  const named = (list: readonly { code: string; zh: string; en: string }[] = []) =>
    list.map((each) => ({ id: each.code, name: each[language === 'en' ? 'en' : 'zh'] }))
  // A field of the kind's own is told by its name.
  const inWords = (phase: typeof propose.phase): typeof propose.phase => {
    if (phase.is !== 'fault' || phase.code !== 'deed.field-wrong') return phase
    const field = kind?.fields.find(({ code }) => code === phase.params.field)
    return field ? { ...phase, params: { field: field[language === 'en' ? 'en' : 'zh'] } } : phase
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const amountFen = value.amount.trim() === '' ? 0 : readYuan(value.amount)
    const beneficiaries = Number(value.beneficiaries.normalize('NFKC') || '0')
    const ready = kind && value.what.trim() !== '' && amountFen !== null && Number.isInteger(beneficiaries)
    tell(!ready)
    if (!ready || !post) return
    const listed = (text: string) => text.split(/[\s,，、;；]+/u).filter((each) => each !== '')
    const [names, surnames] = [listed(value.names), listed(value.surnames)]
    void propose.submit(post.realm, {
      ...{ unit: post.unit.id, deed: kind.code, for: value.for, what: value.what.trim(), beneficiaries },
      ...(value.for === 'enterprise' || value.employer ? { employer: value.employer?.id } : {}),
      ...(names.length > 0 ? { names } : {}),
      ...(surnames.length > 0 ? { surnames } : {}),
      ...(amountFen > 0 ? { amountFen, ...(value.fund ? { fund: value.fund } : {}) } : {}),
      fields: Object.fromEntries(kind.fields.flatMap((field) => typedValue(field, value.fields[field.code] ?? ''))),
    })
  }
  return (
    <form className="form card" aria-label={say('deeds.propose')} onSubmit={submit} noValidate>
      <h2>{say('deeds.propose')}</h2>
      <Choices
        label={say('deeds.forWhom')}
        choices={(['workers', 'enterprise'] as const).map((id) => ({ id, name: say(`deeds.for.${id}`) }))}
        value={value.for}
        onChange={(id) => change({ for: id === 'enterprise' ? 'enterprise' : 'workers' })}
      />
      <Picker
        label={say('deeds.kind')}
        sections={[{ id: 'all', name: '', items: named(data?.kinds) }]}
        value={value.deed}
        onChange={(deed) => change({ deed, fields: {} })}
        nothing={say('picker.nothing')}
      />
      {kind?.fields.map((field) => (
        <OwnField
          key={field.code}
          field={field}
          value={value.fields[field.code] ?? ''}
          onChange={(text) => change({ fields: { ...value.fields, [field.code]: text } })}
        />
      ))}
      <TextInput
        label={say('deeds.what')}
        hint={say('deeds.whatHint')}
        long
        value={value.what}
        onChange={(what) => change({ what })}
      />
      <div className="form-pair">
        <TextInput
          label={say('deeds.beneficiaries')}
          inputMode="numeric"
          value={value.beneficiaries}
          onChange={(beneficiaries) => change({ beneficiaries })}
        />
        <TextInput
          label={say('deeds.amount')}
          hint={say('deeds.amountHint')}
          inputMode="decimal"
          value={value.amount}
          onChange={(amount) => change({ amount })}
        />
      </div>
      {value.amount.trim() === '' ? null : (
        <Picker
          label={say('deeds.fund')}
          sections={[{ id: 'all', name: '', items: named(data?.funds) }]}
          value={value.fund}
          onChange={(fund) => change({ fund })}
          nothing={say('picker.nothing')}
        />
      )}
      {kind?.notice ? (
        <TextInput
          label={say('deeds.surnames')}
          hint={say('deeds.surnamesHint', { n: data?.noticeWorkingDays ?? 5 })}
          value={value.surnames}
          onChange={(surnames) => change({ surnames })}
        />
      ) : null}
      {value.for === 'workers' ? (
        <TextInput
          label={say('deeds.names')}
          hint={say('deeds.namesHint')}
          value={value.names}
          onChange={(names) => change({ names })}
        />
      ) : (
        <>
          <RegionPicker value={value.place} onChange={(place) => change({ place, employer: null })} />
          <EmployerPicker
            region={value.place?.code ?? ''}
            value={value.employer}
            onChange={(employer) => change({ employer })}
          />
        </>
      )}
      <p className="wrong" role="alert">
        {missing ? say('deeds.missing') : ''}
      </p>
      <OutcomeWords phase={inWords(propose.phase)} />
      <div className="form-end">
        <Button onPress={close}>{say('deeds.close')}</Button>
        <Button kind="act" type="submit" pending={propose.phase.is === 'sending'}>
          {say('deeds.send')}
        </Button>
      </div>
    </form>
  )
}

function OwnField({ field, value, onChange }: { field: Field; value: string; onChange: (text: string) => void }) {
  const { say, language } = useSpeech()
  const nameOf = (each: { zh: string; en: string }) => each[language === 'en' ? 'en' : 'zh']
  switch (field.type) {
    case 'yes-no':
    case 'one-of': {
      const yesNo = (['yes', 'no'] as const).map((id) => ({ id, name: say(`deeds.${id}`) }))
      const choices =
        field.type === 'yes-no' ? yesNo : field.options.map((each) => ({ id: each.code, name: nameOf(each) }))
      return <Choices label={nameOf(field)} choices={choices} value={value || null} onChange={onChange} />
    }
    case 'day':
      return <TextInput label={nameOf(field)} type="date" value={value} onChange={onChange} />
    case 'count':
    case 'amount':
      return <TextInput label={nameOf(field)} inputMode="decimal" value={value} onChange={onChange} />
  }
}

/** What was typed as the field wants it; nothing where nothing was typed, so that what is missing is told by the rule. */
function typedValue({ code, type }: Field, text: string): [string, string | number | boolean][] {
  if (text.trim() === '') return []
  if (type === 'yes-no') return [[code, text === 'yes']]
  if (type === 'count') return [[code, Number(text.normalize('NFKC'))]]
  if (type === 'amount') return [[code, readYuan(text) ?? -1]]
  return [[code, text]]
}
