import { describe, expect, it } from 'vitest'
import { demand, followed, row } from './follow.fixture.ts'

const until = '2026-07-17T15:59:59Z'
const closed = { status: 'closed' as const, next: null, verbs: ['demand.reopen', 'content.erase'] }
const ended = (outcome: string, reopenUntil = until) => row(9, 'DemandClosed', { outcome, reopenUntil })
const verdict = /value="solved">解决了.*value="partly">部分解决.*value="unsolved">没解决/s

describe('the verdict', () => {
  it('is asked from the due on although nothing was answered, and no claim of an earlier round stands beside it', () => {
    const open = { status: 'reopened', orderState: 'signed', claimed: null, reopened: 1 } as const
    const text = followed(open, [row(4, 'DemandAnswered', { claim: 'done' }, '早先的答复')])
    expect(text).toMatch(verdict)
    expect(text).toContain('期限过了，工会还没有答复您')
    expect(text).not.toMatch(/<blockquote[^>]*>.*早先的答复.*<\/blockquote>/s)
    expect(followed({ ...open, verbs: ['message.post'] })).not.toMatch(/工会说<\/dt>/)
  })
  it('is asked once the day of a promise is over, and not as if an answer were late', () => {
    const text = followed({ status: 'inHand', orderState: 'signed', claimed: null, promisedOn: '2026-06-16' })
    expect(text).toMatch(verdict)
    expect(text).toContain('答应的日子过了')
    expect(text).not.toContain('还没有答复您')
  })
  it('stands under the third seal as it is: awaited, said, or unknown', () => {
    const seal = (more: Parameters<typeof followed>[0]) => /工会说办好了<\/b><span>([^<]*)/.exec(followed(more))?.[1]
    expect(seal({})).toBe('等您说')
    expect(seal({ ...closed, outcome: 'partly', confirmed: 'partly' })).toBe('您说“部分解决”')
    expect(seal({ ...closed, outcome: 'unknown' })).toBe('未确认')
  })
  it('says what *not solved* does: a new time twice, one level up after that', () => {
    expect(followed({ reopened: 1 })).toContain('会重新办理，并重新写明期限')
    expect(followed({ reopened: 2 })).toContain('会由上一级工会重新办理')
    expect(followed({ reopened: 3 })).toContain('如实记下“没解决”')
  })
  it('stands beside the claim, or beside that there was no answer', () => {
    const text = followed({ ...closed, outcome: 'unsolved', claimed: null, confirmed: 'unsolved' }, [
      row(8, 'VerdictGiven', { solved: 'unsolved' }, '没人找过我'),
    ])
    expect(text).toMatch(/工会说<\/dt><dd><b>没有答复.*您说<\/dt><dd><b>没解决<\/b><p>没人找过我/s)
  })
})

describe('the right to reopen', () => {
  it('is asked where the worker did not say solved, with until when, how often and what the third time does', () => {
    const text = followed({ ...closed, outcome: 'unknown', reopened: 1 }, [ended('unknown')])
    expect(text).toContain('没有联系上您，记作未确认：不算解决，也不算没解决')
    expect(text).toContain('想说的时候还可以说')
    expect(text).toContain('7月17日（星期五）以前，您都可以要求重新办理')
    expect(text).toContain('这样的机会有 2 次，已经用了 1 次。到第 3 次，由上一级工会来办。')
    expect(text).toMatch(/<section class="card ask" id="reopen"/)
    expect(followed({ ...closed, outcome: 'partly', reopened: 2 }, [ended('partly')])).toContain(
      '这一次由上一级工会来办',
    )
  })
  it('stands with the other rights where the worker said solved', () => {
    expect(followed({ ...closed, outcome: 'solved' }, [ended('solved')])).toMatch(/<details[^>]*id="reopen">/)
  })
  it('is not offered when it was used up, nor where nobody ever led', () => {
    const spent = followed({ ...closed, outcome: 'unsolved', reopened: 3 }, [ended('unsolved')])
    expect(spent).not.toContain('/follow/reopen')
    expect(spent).toContain('已经重新办理过 3 次')
    expect(followed({ ...closed, outcome: 'none', lead: null })).not.toContain('/follow/reopen')
  })
  it('is not offered when its days are over', () => {
    const text = followed({ ...closed, outcome: 'unknown' }, [ended('unknown', '2026-06-16T15:59:59Z')])
    expect(text).not.toContain('/follow/reopen')
    expect(text).toContain('已经过了')
  })
})

describe('the promise', () => {
  const made = row(
    7,
    'CommitmentMade',
    { promisor: 'employer', promisedOn: '2026-07-08', amountFen: 3_000_000 },
    '分两次发',
  )
  const verbs = [...demand.verbs, 'commitment.contradict']
  it('shows who, until when, how much, and a way to say it was never agreed', () => {
    const text = followed({ promisedOn: '2026-07-08', verbs }, [made])
    expect(text).toMatch(
      /用人单位<\/b>.*7月8日做到<\/b>.*30,000 元<\/b>.*分两次发.*我没有答应过这个.*\/follow\/contradict/s,
    )
  })
  it('lets nothing be judged before its day but that it was kept', () => {
    const text = followed({ promisedOn: '2026-06-17', verbs }, [made])
    expect(text).not.toMatch(/value="unsolved"/)
    expect(text).toMatch(/已经做到了.*name="solved" value="solved"/s)
    expect(followed({ promisedOn: '2026-06-16', verbs }, [made])).toMatch(verdict)
  })
  it('is gone once it is no more in force', () => {
    expect(followed({ verbs: demand.verbs }, [made])).not.toContain('有人答应了您')
  })
})

describe('the watch', () => {
  it('asks with two equal buttons and says before what yes does', () => {
    const text = followed({ ...closed, outcome: 'solved', verbs: ['watch.answer'] })
    const [what, no, yes] = ['马上按急事来管', 'value="no">没有', 'value="yes">有'].map((part) => text.indexOf(part))
    expect(what).toBeGreaterThan(0)
    expect(no).toBeGreaterThan(what!)
    expect(yes).toBeGreaterThan(no!)
    expect(text.match(/class="button even" name="trouble"/g)).toHaveLength(2)
  })
  it('asks nothing while nothing is asked', () => {
    expect(followed({ ...closed, outcome: 'solved' })).not.toContain('/follow/watch')
  })
})

describe('told where to go', () => {
  const redirected = (detail: Record<string, unknown>) =>
    followed({ ...closed, topic: null, outcome: 'none' }, [
      row(1, 'DemandRaised', { topicHint: 'D07' }, '工伤'),
      row(2, 'DemandRedirected', detail, '到江湾区人社局二楼，带身份证和病历。'),
    ])
  it('says where, why, and which time of the law runs meanwhile, by name of the law', () => {
    const text = redirected({ outcome: 'legal-channel', reason: 'arbitration', reopenUntil: until })
    const figure = text.slice(text.indexOf('id="gone"'))
    expect(figure).toMatch(/该走哪条路<\/dt><dd><b>劳动争议仲裁.*到江湾区人社局二楼/s)
    expect(text.match(/到江湾区人社局二楼/g)).toHaveLength(1)
    expect(figure).toContain('工伤保险条例第十七条、第二十条')
    expect(figure).toContain('劳动争议调解仲裁法第二十七条')
    expect(figure).toContain('不是法律意见')
  })
  it('names the earlier matter where there is nothing new', () => {
    const text = redirected({ outcome: 'in-hand', reason: 'already-in-hand', earlier: 'SQ-990102-20260601-000009-1' })
    expect(text).toMatch(/没有新情况.*SQ-990102-20260601-000009-1/s)
  })
  it('gives the numbers to dial where it was an emergency', () => {
    const figure = (outcome: string) => redirected({ outcome, reason: outcome }).split('id="gone"')[1]
    expect(figure('emergency')?.split('</section>')[0]).toContain('tel:120')
    expect(figure('outside-duty')?.split('</section>')[0]).not.toContain('tel:120')
  })
})

it('shows the clocks of the law once a person has set the topic, and not before', () => {
  expect(followed({ topic: 'D07' })).toContain('工伤保险条例第十七条、第二十条')
  expect(followed({ topic: null }, [row(1, 'DemandRaised', { topicHint: 'D07' }, '工伤')])).not.toContain(
    '工伤保险条例',
  )
})

describe('a public story', () => {
  it('is offered among the rights once the matter is closed, with nothing ticked, and never asked', () => {
    const text = followed({ ...closed, verbs: ['consent.give'] })
    expect(text).toContain('没有人可以来要您同意')
    expect(text).toMatch(/name="name" value="yes">/)
    expect(text).not.toMatch(/id="story" open/)
    expect(followed({ verbs: ['message.post'] })).not.toContain('action="/follow/consent"')
  })
  it('is taken back with one button', () => {
    const text = followed({ ...closed, verbs: ['consent.withdraw'] }, [row(9, 'ConsentGiven', {})])
    expect(text).toMatch(/action="\/follow\/retract"/)
    expect(text).not.toContain('action="/follow/consent"')
  })
})
