import { useQuery } from '@tanstack/react-query'
import type { ContactWishes } from '../../../domain/contact-wishes.ts'
import { callQuery } from '../api/view.ts'
import { useSpeech } from '../text/say.tsx'

/** Said and read before anything else: the check word, and whether and when this worker may be called at all. */
export function CallFirst({ demand }: { demand: string }) {
  const { say } = useSpeech()
  const { data } = useQuery(callQuery(demand))
  return (
    <div className="asked">
      <p>
        <b>{data?.checkWord ? say('callback.checkWord', { word: data.checkWord }) : say('callback.checkFirst')}</b>
      </p>
      {data?.wishes && <Wishes wishes={data.wishes} />}
      <p className="small">{say('callback.neverName')}</p>
    </div>
  )
}

/** What the worker chose, as orders to whoever would call. */
export function Wishes({ wishes }: { wishes: ContactWishes }) {
  const { say } = useSpeech()
  const { how, from, to, pickup } = wishes
  return (
    <ul className="wishes" role="alert">
      {how && (
        <li>
          <b>{say(how === 'none' ? 'wishes.none' : 'wishes.text')}</b>
        </li>
      )}
      {from && to && <li>{say('wishes.hours', { from, to })}</li>}
      {pickup && <li>{say('wishes.others')}</li>}
    </ul>
  )
}
