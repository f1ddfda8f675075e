import { useEffect, useState } from 'react'
import { Notice } from '../../kit/notice.tsx'
import { useMe } from '../frame/me.ts'
import { PlainPage } from '../office/page.tsx'
import { useSpeech } from '../text/say.tsx'
import { FoundByUs, KeptBy, NeverVisited } from './counted-lists.tsx'
import { emptyVisit, keptDraft, type VisitDraft } from './draft.ts'
import { Paid, Places, Plans } from './lists.tsx'
import { Saved } from './saved.tsx'
import { forget, keep, kept } from './stored.ts'
import { useSaving } from './use-saving.ts'
import { VisitForm } from './visit-form.tsx'
import './visits.css'

const parts = ['record', 'plans', 'places', 'never', 'paid', 'found', 'kept'] as const
/** What whoever records no visits does not have. */
const ofGoers: ReadonlySet<string> = new Set(['record', 'plans', 'kept'])
type Part = (typeof parts)[number]

/** Visits, phone first: record one, what is planned, contact points, where nobody was yet, what was paid. */
export function VisitsPage() {
  const { say } = useSpeech()
  const me = useMe()
  const post = me.posts.find((each) => each.post === me.acting)
  const may = me.verbs.includes('visit.record')
  const [part, turn] = useState<Part>(may ? 'record' : 'paid')
  const [draft, put] = useState<VisitDraft>(() => kept<VisitDraft>('draft', me.account) ?? emptyVisit())
  const saving = useSaving(me.account)
  const { box } = saving
  const change = (patch: Partial<VisitDraft>) => {
    const next = { ...draft, ...patch }
    keep('draft', me.account, keptDraft(next))
    put(next)
  }
  // Once the visit is in, nothing of what was said stays behind on the device (domain §4).
  const arrived = box?.visit.state === 'done'
  useEffect(() => {
    if (arrived) forget('draft')
  }, [arrived])
  const clear = () => {
    forget('draft')
    put(emptyVisit())
  }
  const leave = () => {
    if (box?.visit.state !== 'refused') clear()
    saving.leave()
  }
  const record = (patch: Partial<VisitDraft>) => {
    change(patch)
    turn('record')
  }
  const unit = post && { id: post.unit.id, realm: post.realm }
  return (
    <PlainPage title={say('visits.title')}>
      <div className="visits">
        <fieldset className="visit-parts" aria-label={say('visits.title')}>
          {parts
            .filter((each) => may || !ofGoers.has(each))
            .map((each) => (
              <button key={each} type="button" aria-pressed={each === part} onClick={() => turn(each)}>
                {say(`visits.part.${each}`)}
              </button>
            ))}
        </fieldset>
        {part === 'record' && box ? <Saved box={box} saving={{ ...saving, leave }} /> : null}
        {part === 'record' && !box && unit ? (
          <VisitForm draft={draft} change={change} unit={unit} saving={saving} />
        ) : null}
        {part === 'record' && !unit ? <Notice>{say('visits.noPost')}</Notice> : null}
        {part === 'plans' && unit && post ? <Plans unit={unit} post={post.post} record={record} /> : null}
        {part === 'places' ? <Places unit={unit} post={post?.post} record={record} /> : null}
        {part === 'never' ? <NeverVisited record={may ? record : undefined} /> : null}
        {part === 'paid' ? <Paid /> : null}
        {part === 'found' ? <FoundByUs /> : null}
        {part === 'kept' ? <KeptBy /> : null}
      </div>
    </PlainPage>
  )
}
