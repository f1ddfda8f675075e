import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from '../../kit/button.tsx'
import { Bar, Notice, Skeleton } from '../../kit/notice.tsx'
import { listNamed } from '../api/lists.ts'
import { useLive } from '../api/live.ts'
import { useOnline } from '../api/online.ts'
import { Problem } from '../api/request.ts'
import { meQuery } from '../api/view.ts'
import { PasswordPage } from '../sign-in/password-page.tsx'
import { SignIn } from '../sign-in/sign-in.tsx'
import { useSpeech } from '../text/say.tsx'
import { useKeys } from './keys.ts'
import { ListPane } from './list-pane.tsx'
import { type Me, MeContext } from './me.ts'
import { places } from './places.ts'
import { Rail } from './rail.tsx'
import './wide.css'

/** Who is here decides what stands here: sign-in, a first password, or the three panes. */
export function Frame() {
  const { say } = useSpeech()
  const me = useQuery(meQuery)
  if (me.error instanceof Problem && me.error.status === 401) return <SignIn />
  if (me.data?.mustChange) return <PasswordPage first />
  if (me.data) return <Panes key={me.data.acting} me={me.data} />
  if (me.isError && !me.isFetching)
    return (
      <main>
        <Notice
          tone="wrong"
          title={say('error.title')}
          action={<Button onPress={() => void me.refetch()}>{say('error.retry')}</Button>}
        >
          {say('error.why')}
        </Notice>
      </main>
    )
  return <Skeleton label={say('loading')} rows={8} />
}

function Panes({ me }: { me: Me }) {
  const { say } = useSpeech()
  const liveliness = useLive()
  const online = useOnline()
  const { pathname } = useLocation()
  const params = useParams({ strict: false })
  const navigate = useNavigate()
  const list = listNamed(params.list)
  const depth = pathname.split('/').filter(Boolean).length
  const screen = depth === 0 ? 'lists' : depth === 1 && params.list ? 'list' : 'page'
  // What is no demand needs no list of demands beside it, and a post without lists none at all: the page has the room.
  const wide = !me.lists || places.some(({ link }) => pathname === link.to || pathname.startsWith(`${link.to}/`))
  const mayRaise = me.verbs.includes('demand.raise')
  useKeys({
    n: mayRaise ? () => void navigate({ to: '/$list/raise', params: { list } }) : undefined,
    escape: screen === 'page' ? () => void navigate({ to: '/$list', params: { list } }) : undefined,
  })
  return (
    <MeContext.Provider value={me}>
      <main className="desk" data-screen={screen} {...(wide ? { 'data-wide': '' } : {})}>
        <a className="skip" href="#page">
          {say('frame.skip')}
        </a>
        {online ? null : <Bar tone="due">{say('bar.offline')}</Bar>}
        {online && liveliness === 'asking' ? <Bar tone="calm">{say('bar.asking')}</Bar> : null}
        <Rail me={me} list={list} mayRaise={mayRaise} elsewhere={wide} />
        {wide ? null : <ListPane key={list} list={list} chosen={params.demand ?? null} />}
        <section className="pane page" id="page" tabIndex={-1} aria-label={say('frame.page')}>
          <Outlet />
        </section>
      </main>
    </MeContext.Provider>
  )
}
