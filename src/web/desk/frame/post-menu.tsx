import { Menu } from '../../kit/menu.tsx'
import { useActIn } from '../api/session.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { Me } from './me.ts'

/** The union one acts for, and the others one holds a post in. */
export function PostMenu({ me }: { me: Me }) {
  const { say, sayOr } = useSpeech()
  const names = useNames()
  const actIn = useActIn()
  const acting = me.posts.find((each) => each.post === me.acting)
  const duty = (post: Me['posts'][number]) => {
    const role = sayOr(`role.${post.role}`, 'role.other')
    return post.section ? `${names.name('section', post.section)} · ${role}` : role
  }
  const face = (
    <span>
      <b>{acting?.unit.name ?? say('rail.noPost')}</b>
      {acting ? <span className="rail-duty">{duty(acting)}</span> : null}
    </span>
  )
  if (me.posts.length < 2) return <div className="rail-unit">{face}</div>
  return (
    <Menu
      label={say('rail.posts')}
      after
      parts={[
        {
          id: 'posts',
          name: say('rail.posts'),
          entries: me.posts.map((post) => ({
            id: String(post.post),
            name: post.unit.name,
            note: duty(post),
            on: post.post === me.acting,
            onAction: () => void actIn(post.post),
          })),
        },
      ]}
    >
      {face}
      <svg className="chevron" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M2 4l4 4 4-4" />
      </svg>
    </Menu>
  )
}
