import type { ViewAnswer } from '../../../protocol/view.ts'
import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { LineForm } from '../line/form.tsx'
import { useSpeech } from '../text/say.tsx'
import { readHours } from './plan-form.tsx'

type Families = ViewAnswer<'training-tags'>['families']
type Course = ViewAnswer<'courses'>['rows'][number]
type Unit = ViewAnswer<'training-plans'>['unit']
type Words = {
  readonly title: string
  readonly hours: string
  readonly tags: readonly string[]
  readonly laws: string
  readonly exam: string
}

/** A course of the own union. */
export function OfferCourse(props: { unit: Unit; realm: number; families: Families; moved: () => void }) {
  const { say } = useSpeech()
  const { unit, realm, families, moved } = props
  const key = `course.offer ${unit.id}`
  const draft = useDraft<Words>(key, { title: '', hours: '', tags: [], laws: '', exam: 'no' })
  const offer = useCommand('course.offer', key, {
    onAccepted: () => {
      draft.clear()
      moved()
    },
  })
  const { title, tags, laws, exam } = draft.value
  const hours = readHours(draft.value.hours)
  return (
    <LineForm
      {...{ title: say('training.offer'), act: say('training.offer'), phase: offer.phase }}
      ready={title.trim() !== '' && hours !== null}
      submit={() =>
        void offer.submit(realm, {
          ...{
            unit: unit.id,
            title: title.trim(),
            hours: hours ?? 0,
            tags: [...tags],
            laws: linesOf(laws),
            exam: exam === 'yes',
          },
        })
      }
    >
      <div className="form-pair">
        <TextInput label={say('training.courseTitle')} value={title} onChange={(to) => draft.change({ title: to })} />
        <TextInput
          label={say('training.courseHours')}
          inputMode="decimal"
          value={draft.value.hours}
          onChange={(to) => draft.change({ hours: to })}
        />
      </div>
      <Tags {...{ families, level: unit.level, tags }} change={(to) => draft.change({ tags: to })} />
      <TextInput
        {...{ label: say('training.laws'), hint: say('training.lawsHint'), value: laws, long: true }}
        onChange={(to) => draft.change({ laws: to })}
      />
      <Choices
        label={say('training.exam')}
        choices={(['no', 'yes'] as const).map((id) => ({ id, name: say(`training.exam.${id}`) }))}
        value={exam}
        onChange={(to) => draft.change({ exam: to })}
      />
    </LineForm>
  )
}

/** Other words of a course, for classes planned from now on; and the end of it. */
export function ChangeCourse({ course, families, moved }: { course: Course; families: Families; moved: () => void }) {
  const { say } = useSpeech()
  const key = `course.change ${course.id}`
  const draft = useDraft(key, {
    title: course.title,
    tags: course.tags as readonly string[],
    laws: course.laws.join('\n'),
  })
  const done = {
    onAccepted: () => {
      draft.clear()
      moved()
    },
  }
  const change = useCommand('course.change', key, done)
  const retire = useCommand('course.retire', `course.retire ${course.id}`, { oneClick: true, ...done })
  const { title, tags, laws } = draft.value
  return (
    <>
      {course.verbs.includes('course.change') ? (
        <LineForm
          {...{
            title: say('training.changeCourse'),
            act: say('training.save'),
            phase: change.phase,
            ready: title.trim() !== '',
          }}
          submit={() =>
            void change.submit(course.realm, {
              ...{ course: course.id, title: title.trim(), tags: [...tags], laws: linesOf(laws) },
            })
          }
        >
          <p className="small">{say('training.changeCourseWhy')}</p>
          <TextInput label={say('training.courseTitle')} value={title} onChange={(to) => draft.change({ title: to })} />
          <Tags {...{ families, level: course.unit.level, tags }} change={(to) => draft.change({ tags: to })} />
          <TextInput
            {...{ label: say('training.laws'), hint: say('training.lawsHint'), value: laws, long: true }}
            onChange={(to) => draft.change({ laws: to })}
          />
        </LineForm>
      ) : null}
      {course.verbs.includes('course.retire') ? (
        <LineForm
          {...{ title: say('training.retire'), act: say('training.retire'), phase: retire.phase, ready: true }}
          submit={() => void retire.submit(course.realm, { course: course.id })}
        >
          <p className="small">{say('training.retireWhy')}</p>
        </LineForm>
      ) : null}
    </>
  )
}

/** Tags by family; a family made for other levels is not offered. */
export function Tags(props: {
  families: Families
  level: string
  tags: readonly string[]
  change: (tags: readonly string[]) => void
}) {
  const { language } = useSpeech()
  const { families, level, tags, change } = props
  return families
    .filter(({ levels }) => levels === null || levels.includes(level))
    .map((family) => (
      <fieldset key={family.code} className="training-tags">
        <legend>
          {family[language]} <small>{family.scope[language]}</small>
        </legend>
        {family.tags.map((tag) => (
          <label key={tag.code} className="training-check">
            <input
              type="checkbox"
              checked={tags.includes(tag.code)}
              onChange={({ target }) =>
                change(target.checked ? [...tags, tag.code] : tags.filter((each) => each !== tag.code))
              }
            />
            {tag[language]}
          </label>
        ))}
      </fieldset>
    ))
}

/** Lines of a text, without the empty ones. */
export function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
}
