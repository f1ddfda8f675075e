import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { changePassword } from '../api/session.ts'
import { meQuery } from '../api/view.ts'
import { useTitle } from '../frame/title.ts'
import { useSpeech } from '../text/say.tsx'
import { whyNot } from './sign-in.tsx'

/** A new password: by one's own wish, or because the first one was handed over by somebody else. */
export function PasswordPage({ first = false }: { first?: boolean }) {
  const speech = useSpeech()
  const { say } = speech
  useTitle(say('password.title'))
  const queries = useQueryClient()
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [again, setAgain] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const [done, setDone] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    if (!old || !fresh) return setWrong(say('password.fill'))
    if (fresh !== again) return setWrong(say('password.differ'))
    setBusy(true)
    setWrong(null)
    try {
      await changePassword(old, fresh)
      setDone(true)
      setOld('')
      setFresh('')
      setAgain('')
      await queries.fetchQuery({ ...meQuery, staleTime: 0 })
    } catch (error) {
      setWrong(whyNot(speech, error))
    } finally {
      setBusy(false)
    }
  }

  const body = (
    <>
      <h1>{say(first ? 'password.firstTitle' : 'password.title')}</h1>
      <p>{say(first ? 'password.firstWhy' : 'password.why')}</p>
      {done && !first ? <p role="status">{say('password.done')}</p> : null}
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={say('password.old')}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={old}
          onChange={setOld}
        />
        <TextInput
          label={say('password.new')}
          hint={say('password.hint')}
          type="password"
          autoComplete="new-password"
          value={fresh}
          onChange={setFresh}
        />
        <TextInput
          label={say('password.again')}
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
        />
        <p className="wrong" role="alert">
          {wrong}
        </p>
        <Button kind="act" type="submit" pending={busy}>
          {say('password.do')}
        </Button>
      </form>
    </>
  )
  return first ? <main className="door">{body}</main> : <div className="body narrow">{body}</div>
}
