import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { localDateOf } from '../../../domain/calendar/local-time.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Chip } from '../../kit/chip.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { useMe } from '../frame/me.ts'
import { PlainPage } from '../office/page.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { ChangeCampaign } from './campaign-form.tsx'
import { DraftForm } from './directive-form.tsx'
import { GroupForm } from './group-form.tsx'
import './line.css'
import { OriginForm } from './origin-form.tsx'
import { campaignQuery } from './queries.ts'
import { Shown } from './shown.tsx'
import { useDay } from './units.ts'
import { Way } from './way.tsx'

type Told = ViewAnswer<'campaign'>

/** One campaign: where it came from, what it is for, its stages, who leads it, what was issued. */
export function CampaignPage() {
  const { say } = useSpeech()
  const { campaign = '' } = useParams({ strict: false })
  const asked = useQuery(campaignQuery(campaign))
  return (
    <PlainPage title={asked.data?.title ?? say('line.title')}>
      <Shown asked={asked}>{(told) => <Campaign told={told} />}</Shown>
    </PlainPage>
  )
}

function Campaign({ told }: { told: Told }) {
  const { say } = useSpeech()
  const me = useMe()
  const navigate = useNavigate()
  const today = localDateOf(useServerTime())
  const day = useDay()
  const acting = me.posts.find(({ post }) => post === me.acting)
  const mine = acting ? { unit: acting.unit.id, realm: acting.realm } : null
  return (
    <div className="line-campaign">
      <Way told={told} />
      <div className="line-panes">
        <div className="line-left">
          <p className="small">
            {told.unit.name} ·{' '}
            {told.toOn === null
              ? say('line.daysOpen', { from: day(told.fromOn) })
              : say('line.days', { from: day(told.fromOn), to: day(told.toOn) })}
          </p>
          <p className="line-purpose">{told.purpose}</p>
          <p>
            {say('line.basis')}：{told.basis}
          </p>
          {told.stages.length > 0 ? (
            <ol className="line-stages">
              {told.stages.map(({ title, fromOn, toOn }) => (
                <li
                  key={`${title} ${fromOn}`}
                  {...(fromOn <= today && today <= toOn ? { 'aria-current': 'step' } : {})}
                >
                  <b>{title}</b>{' '}
                  <span className="small num">{say('line.days', { from: day(fromOn), to: day(toOn) })}</span>
                </li>
              ))}
            </ol>
          ) : null}
          <Directives told={told} />
          <Groups told={told} />
          {told.verbs.includes('campaign.change') ? <ChangeCampaign campaign={told} /> : null}
          {told.verbs.includes('origin.record') ? <OriginForm campaign={told} /> : null}
          {mine && me.verbs.includes('campaign.lead') ? (
            <GroupForm campaign={told.id} {...mine} group={told.groups.find(({ unit }) => unit.id === mine.unit)} />
          ) : null}
          {mine && me.verbs.includes('directive.draft') ? (
            <DraftForm
              campaign={told.id}
              {...mine}
              drafted={(directive) =>
                void navigate({ to: '/line/$campaign/$directive', params: { campaign: told.id, directive } })
              }
            />
          ) : null}
        </div>
        <Chain told={told} />
      </div>
    </div>
  )
}

function Directives({ told }: { told: Told }) {
  const { say } = useSpeech()
  const day = useDay()
  return (
    <section aria-labelledby="line-directives">
      <h2 id="line-directives">{say('line.directives')}</h2>
      {told.directives.length === 0 ? <p>{say('line.directivesEmpty')}</p> : null}
      <ul className="line-papers">
        {told.directives.map(({ id, number, title, unit, state, issuedOn }) => (
          <li key={id}>
            <Link to="/line/$campaign/$directive" params={{ campaign: told.id, directive: id }}>
              {title}
            </Link>{' '}
            <span className="small">
              {say('line.number', { number })} · {unit.name}
              {issuedOn ? ` · ${say('line.issuedOn', { date: day(issuedOn) })}` : ''}
            </span>{' '}
            <Chip tone={state === 'issued' ? 'calm' : 'plain'}>{say(`line.state.${state}`)}</Chip>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The chain in full: what was said stands in the letters of speech. */
function Chain({ told }: { told: Told }) {
  const { say } = useSpeech()
  const day = useDay()
  return (
    <section className="line-open" aria-labelledby="line-chain">
      <h2 id="line-chain">{say('line.chain')}</h2>
      {told.origins.length === 0 ? <p>{say('line.chainEmpty')}</p> : null}
      <ol className="line-chain">
        {told.origins.map(({ entry, origin, on, who, words, ledTo, directive, demand }) => (
          <li key={entry} id={`origin-${entry}`}>
            <p className="small num">
              {day(on)} · {say(`line.origin.${origin}`)} · {who ?? say('line.erased')}
            </p>
            <blockquote>{words ?? say('line.erased')}</blockquote>
            {ledTo ? <p>{say('line.ledTo', { what: ledTo })}</p> : null}
            {directive ? (
              <Link to="/line/$campaign/$directive" params={{ campaign: told.id, directive: directive.id }}>
                {say('line.ledToDirective', { title: directive.title, number: directive.number })}
              </Link>
            ) : null}
            {demand ? (
              <Link to="/$list/$demand" params={{ list: 'unit', demand }}>
                {say('line.toDemand')}
              </Link>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Groups({ told }: { told: Told }) {
  const { say } = useSpeech()
  const names = useNames()
  return (
    <section aria-labelledby="line-groups">
      <h2 id="line-groups">{say('line.groups')}</h2>
      {told.groups.length === 0 ? <p>{say('line.groupsEmpty')}</p> : null}
      {told.groups.map(({ unit, section, members }) => (
        <div key={unit.id} className="line-group">
          <h3>{unit.name}</h3>
          <ul>
            {members.map(({ title, name }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may hold the same post; the order never changes
              <li key={at}>
                {title}　{name ?? say('line.erased')}
              </li>
            ))}
          </ul>
          {section ? (
            <p className="small">{say('line.officeAt', { section: names.name('section', section) })}</p>
          ) : null}
        </div>
      ))}
    </section>
  )
}
