import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Menu } from '../../kit/menu.tsx'
import { signOut } from '../api/session.ts'
import { useSpeech } from '../text/say.tsx'
import type { Me } from './me.ts'
import { recall, remember } from './remembered.ts'

/** A wish that is on or off, remembered by the browser. */
function useSwitch(wish: 'letters' | 'care', otherwise: boolean): [boolean, () => void] {
  const [on, set] = useState(() => (recall(wish) === null ? otherwise : recall(wish) === 'on'))
  return [
    on,
    () => {
      remember(wish, on ? 'off' : 'on')
      set(!on)
    },
  ]
}

/** Under the person's own name: how the desk looks and speaks, the password, and the ways out. */
export function PersonMenu({ me }: { me: Me }) {
  const { say, language, speak } = useSpeech()
  const navigate = useNavigate()
  const [care, turnCare] = useSwitch('care', false)
  const [letters, turnLetters] = useSwitch('letters', true)
  const arranges = me.verbs.includes('duty.set')
  useEffect(() => {
    document.documentElement.toggleAttribute('data-care', care)
  }, [care])
  return (
    <div>
      <Menu
        label={say('person.menu', { name: me.name })}
        parts={[
          {
            id: 'look',
            name: say('person.look'),
            entries: [
              { id: 'zh', name: '中文', on: language === 'zh', onAction: () => speak('zh') },
              { id: 'en', name: 'English', on: language === 'en', onAction: () => speak('en') },
              { id: 'care', name: say('person.care'), on: care, onAction: turnCare },
              { id: 'letters', name: say('person.letters'), on: letters, onAction: turnLetters },
            ],
          },
          {
            id: 'work',
            name: say('person.work'),
            entries: [
              { id: 'notices', name: say('notices.menu'), onAction: () => void navigate({ to: '/notices' }) },
              ...(arranges
                ? [{ id: 'office', name: say('office.menu'), onAction: () => void navigate({ to: '/office' }) }]
                : []),
            ],
          },
          {
            id: 'account',
            name: me.login,
            entries: [
              { id: 'password', name: say('person.password'), onAction: () => void navigate({ to: '/password' }) },
              { id: 'out', name: say('person.out'), onAction: () => void signOut(false) },
              { id: 'everywhere', name: say('person.everywhere'), onAction: () => void signOut(true) },
            ],
          },
        ]}
      >
        <span>{me.name}</span>
        <svg className="chevron" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2 8l4-4 4 4" />
        </svg>
      </Menu>
    </div>
  )
}
