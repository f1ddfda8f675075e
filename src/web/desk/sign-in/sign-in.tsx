import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { Problem, Unreachable } from '../api/request.ts'
import { signIn } from '../api/session.ts'
import { meQuery } from '../api/view.ts'
import { useTitle } from '../frame/title.ts'
import { type Speech, useSpeech } from '../text/say.tsx'

/** One sentence, two fields, one button. */
export function SignIn() {
  const speech = useSpeech()
  const { say, language, speak } = speech
  useTitle(say('sign-in.title'))
  const queries = useQueryClient()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    if (!login.trim() || !password) return setWrong(say('sign-in.fill'))
    setBusy(true)
    setWrong(null)
    try {
      await signIn(login.trim(), password)
      await queries.resetQueries()
      await queries.fetchQuery({ ...meQuery, staleTime: 0 })
    } catch (error) {
      setPassword('')
      setWrong(whyNot(speech, error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className="door">
      <p className="brand">{say('brand')}</p>
      <h1>{say('sign-in.title')}</h1>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={say('sign-in.login')}
          name="username"
          autoComplete="username"
          autoFocus
          value={login}
          onChange={setLogin}
        />
        <TextInput
          label={say('sign-in.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <p className="wrong" role="alert">
          {wrong}
        </p>
        <Button kind="act" type="submit" pending={busy}>
          {say('sign-in.do')}
        </Button>
        <p className="small">{say('sign-in.help')}</p>
      </form>
      <Button kind="plain" onPress={() => speak(language === 'zh' ? 'en' : 'zh')}>
        {language === 'zh' ? 'English' : '中文'}
      </Button>
    </main>
  )
}

/** Why it did not work, in words that say what to do. */
export function whyNot(speech: Speech, error: unknown): string {
  if (error instanceof Unreachable) return speech.say(`unsent.${error.why}`)
  if (!(error instanceof Problem)) throw error
  const minutes = Math.max(1, Math.ceil(error.waitSeconds / 60))
  return speech.sayOr(`fault.${error.code}`, 'fault.unknown', { minutes, code: error.code })
}
