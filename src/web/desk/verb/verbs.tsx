import { type ReactNode, useRef, useState } from 'react'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Menu } from '../../kit/menu.tsx'
import { useCommand } from '../api/use-command.ts'
import { standingOf } from '../demand/standing.ts'
import { useKeys } from '../frame/keys.ts'
import { useMe } from '../frame/me.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from './outcome-words.tsx'
import { type FormVerb, orderVerbs, type PageVerb, verbLetters } from './verb-order.ts'
import { WithForms } from './with-forms.tsx'

const menuKey = '.'

/** Exactly what this person may do with the demand now; each opens a small form in place, below what the worker said; signing is one press. */
export function Verbs({ page, children }: { page: ViewAnswer<'demand'>; children: ReactNode }) {
  const { say } = useSpeech()
  const { demand: row, timeline } = page
  const [open, setOpen] = useState<FormVerb | null>(null)
  const [done, setDone] = useState<PageVerb | null>(null)
  const [menu, setMenu] = useState(false)
  const told = useRef<HTMLParagraphElement>(null)
  const { posts } = useMe()
  // One of the two persons already: pressing would only be refused, so it is said and there is nothing to press.
  const agreed =
    row.verbs.includes('exclusion.weigh') && posts.some(({ post }) => standingOf(timeline).agreed.includes(post))
  const left = agreed ? { ...row, verbs: row.verbs.filter((verb) => verb !== 'exclusion.weigh') } : row
  const { buttons, leads, more } = orderVerbs(left, timeline)
  const verbs = [...buttons, ...more]
  const finish = (verb: PageVerb) => {
    setOpen(null)
    setDone(verb)
    // The form with the focus is gone; what was done is read out from here, and the next letter works at once.
    told.current?.focus()
  }
  const signing = useCommand('order.sign', `${row.id} order.sign`, {
    basedOn: row.version,
    oneClick: true,
    onAccepted: () => finish('order.sign'),
  })
  const act = (verb: PageVerb) => {
    setDone(null)
    if (verb === 'order.sign') return void signing.submit(realmOfId(row.id), { demand: row.id })
    setOpen((before) => (before === verb ? null : verb))
  }
  useKeys({
    ...Object.fromEntries(verbs.map((verb) => [verbLetters[verb]?.toLowerCase() ?? verb, () => act(verb)])),
    [menuKey]: more.length > 0 ? () => setMenu(true) : undefined,
  })
  return (
    <section className="verbs-place" aria-label={say('verb.label')}>
      {agreed ? <p>{say('exclusion.youAgreed')}</p> : null}
      {buttons.length === 0 && !agreed ? <p className="small">{say(row.next ? 'verb.none' : 'verb.over')}</p> : null}
      {verbs.length > 0 ? (
        <div className="verbs">
          {buttons.map((verb, n) => (
            <Button
              key={verb}
              kind={leads && n === 0 ? 'act' : 'quiet'}
              letter={verbLetters[verb] ?? undefined}
              pressed={verb === 'order.sign' ? undefined : open === verb}
              pending={verb === 'order.sign' && signing.phase.is === 'sending'}
              onPress={() => act(verb)}
            >
              {say(`verb.${verb}`)}
            </Button>
          ))}
          {more.length > 0 ? (
            <Menu
              label={say('verb.more')}
              look="btn btn-quiet"
              letter={menuKey}
              open={menu}
              onOpen={setMenu}
              parts={[
                {
                  id: 'more',
                  name: '',
                  entries: more.map((verb) => ({
                    id: verb,
                    name: say(`verb.${verb}`),
                    letter: verbLetters[verb] ?? undefined,
                    onAction: () => act(verb),
                  })),
                },
              ]}
            >
              {say('verb.more')}
              <span className="key" aria-hidden="true">
                {menuKey}
              </span>
            </Menu>
          ) : null}
        </div>
      ) : null}
      <p className="done" role="status" tabIndex={-1} ref={told}>
        {done === null ? '' : say(`done.${done}`)}
      </p>
      {children}
      {open === null ? <OutcomeWords phase={signing.phase} /> : null}
      {open !== null && !verbs.includes(open) ? <p className="wrong">{say('verb.gone')}</p> : null}
      {open === null ? null : (
        <WithForms key={open}>
          {({ forms }) => {
            const Form = forms[open]
            return <Form page={page} row={row} onDone={() => finish(open)} onCancel={() => setOpen(null)} />
          }}
        </WithForms>
      )}
    </section>
  )
}
