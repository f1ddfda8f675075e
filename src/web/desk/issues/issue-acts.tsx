import { useState } from 'react'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { ActForm, type Field } from './act-form.tsx'
import { useActing } from './acting.ts'

type Page = ViewAnswer<'issue'>
const acts = ['issue.own', 'issue.plan', 'issue.task', 'issue.task-done', 'issue.close', 'issue.reopen'] as const
type Act = (typeof acts)[number]

/** The buttons the issue has now, each with its form under it. */
export function IssueActs({ page }: { page: Page }) {
  const { say } = useSpeech()
  const [open, setOpen] = useState<Act | null>(null)
  const verbs = acts.filter((act) => page.issue.verbs.includes(act))
  const done = () => setOpen(null)
  if (verbs.length === 0) return null
  return (
    <section className="issue-acts" aria-label={say('issues.acts')}>
      <div className="issue-buttons">
        {verbs.map((verb, n) => (
          <Button
            key={verb}
            kind={n === 0 && !page.issue.owner ? 'act' : 'quiet'}
            pressed={open === verb}
            onPress={() => setOpen(open === verb ? null : verb)}
          >
            {say(`act.${verb}`)}
          </Button>
        ))}
      </div>
      {open && verbs.includes(open) ? <Form act={open} page={page} onDone={done} /> : null}
    </section>
  )
}

/** One post of the union that was chosen; its head decides where none is. */
function postField(items: NonNullable<Field['items']>): Field {
  return { name: 'post', label: 'issues.ownPost', is: 'pick', hint: 'issues.ownPostHint', optional: true, items }
}

function Form({ act, page, onDone }: { act: Act; page: Page; onDone: () => void }) {
  const names = useNames()
  const { sayOr } = useSpeech()
  const post = useActing()
  const issue = page.issue.id
  const common = { about: issue, realm: realmOfId(issue), onDone }
  // Who names an owner sees the posts of the unions below; whoever has it already gives tasks at its own.
  const units = new Map([page.issue.unit, ...page.posts.map(({ unit }) => unit)].map((unit) => [unit.id, unit.name]))
  if (post && page.posts.length === 0) {
    units.clear()
    units.set(post.unit.id, post.unit.name)
  }
  const unitItems = [...units].map(([id, name]) => ({ id: String(id), name }))
  const postsAt = (unit: string | undefined) =>
    page.posts
      .filter((each) => String(each.unit.id) === unit)
      .map(({ post, holder, role }) => ({
        id: String(post),
        name: holder,
        note: sayOr(`role.${role}`, 'role.handler'),
      }))
  switch (act) {
    case 'issue.own':
      return (
        <ActForm
          {...common}
          kind={act}
          title="act.issue.own"
          submit="issues.ownSubmit"
          fields={({ unit }) => [
            { name: 'unit', label: 'issues.ownUnit', is: 'pick', items: unitItems },
            ...(postsAt(unit).length > 0 ? [postField(postsAt(unit))] : []),
          ]}
          bodyOf={({ unit = '', post = '' }) => ({
            ...{ issue, unit: Number(unit) },
            // One chosen for another union before falls away with it.
            ...(postsAt(unit).some(({ id }) => id === post) ? { post: Number(post) } : {}),
          })}
        />
      )
    case 'issue.plan':
      return (
        <ActForm
          {...common}
          kind={act}
          title="act.issue.plan"
          submit="issues.planSubmit"
          fields={[
            { name: 'goal', label: 'issues.goal', is: 'line', most: 200 },
            { name: 'text', label: 'issues.planText', is: 'long', hint: 'issues.sealed' },
            { name: 'until', label: 'issues.untilDay', is: 'day' },
          ]}
          bodyOf={({ goal = '', text = '', until = '' }) => ({ issue, goal, text, until })}
        />
      )
    case 'issue.task':
      return (
        <ActForm
          {...common}
          kind={act}
          title="act.issue.task"
          submit="issues.taskSubmit"
          fields={[
            { name: 'what', label: 'issues.what', is: 'line', most: 200, hint: 'issues.sealed' },
            { name: 'unit', label: 'issues.taskUnit', is: 'pick', items: unitItems },
            { name: 'until', label: 'issues.untilDay', is: 'day' },
          ]}
          bodyOf={({ what = '', unit, until = '' }) => ({ issue, what, unit: Number(unit), until })}
        />
      )
    case 'issue.task-done': {
      const open = page.tasks.filter(({ doneOn }) => doneOn === null)
      const items = open.map(({ task, what, unit }) => ({ id: String(task), name: what ?? `${task}`, note: unit.name }))
      return (
        <ActForm
          {...common}
          kind={act}
          title="act.issue.task-done"
          submit="issues.taskDoneSubmit"
          fields={[
            { name: 'task', label: 'issues.whichTask', is: 'choose', items },
            { name: 'text', label: 'issues.howDone', is: 'long', optional: true },
          ]}
          bodyOf={({ task, text }) => ({ issue, task: Number(task), ...(text?.trim() ? { text } : {}) })}
        />
      )
    }
    case 'issue.close': {
      const items = names.list('reason.issue').map(({ code, name }) => ({ id: code, name }))
      return (
        <ActForm
          {...common}
          kind={act}
          title="act.issue.close"
          submit="issues.closeSubmit"
          fields={[
            { name: 'reason', label: 'issues.reason', is: 'choose', items, hint: 'issues.reasonHint' },
            { name: 'text', label: 'issues.words', is: 'long', optional: true },
          ]}
          bodyOf={({ reason = '', text }) => ({ issue, reason, ...(text?.trim() ? { text } : {}) })}
        />
      )
    }
    case 'issue.reopen':
      return (
        <ActForm
          {...common}
          kind={act}
          title="act.issue.reopen"
          submit="issues.reopenSubmit"
          fields={[{ name: 'text', label: 'issues.why', is: 'long' }]}
          bodyOf={({ text = '' }) => ({ issue, text })}
        />
      )
  }
}
