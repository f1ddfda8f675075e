import { Link, useSearch } from '@tanstack/react-router'
import { PlainPage } from '../office/page.tsx'
import { useSpeech } from '../text/say.tsx'
import { type Asking, readAsking, tabs } from './asking.ts'
import { IssueDetail } from './issue-detail.tsx'
import { IssueTab } from './issue-tab.tsx'
import './issues.css'
import { PracticeDetail } from './practice-detail.tsx'
import { PracticeTab } from './practice-tab.tsx'
import { SuggestionDetail } from './suggestion-detail.tsx'
import { SuggestionTab } from './suggestion-tab.tsx'

/** What comes up again and again: the common issues, what is suggested upward of them, and what is tried. */
export function IssuesPage() {
  const { say } = useSpeech()
  const asking = readAsking(useSearch({ strict: false }))
  return (
    <PlainPage title={say('issues.title')}>
      <nav className="issue-tabs" aria-label={say('issues.title')}>
        {tabs.map((tab) => (
          <Link
            key={tab}
            to="/issues"
            search={readAsking({ tab })}
            {...(tab === asking.tab ? { 'aria-current': 'page' as const } : {})}
          >
            {say(`issues.tab.${tab}`)}
          </Link>
        ))}
      </nav>
      <Inside asking={asking} />
    </PlainPage>
  )
}

function Inside({ asking }: { asking: Asking }) {
  const { tab, id } = asking
  switch (tab) {
    case 'issues':
      return id ? <IssueDetail key={id} id={id} /> : <IssueTab over={asking.over === true} />
    case 'suggestions':
      return id ? <SuggestionDetail key={id} id={id} /> : <SuggestionTab asking={asking} />
    case 'practices':
      return id ? <PracticeDetail key={id} id={id} /> : <PracticeTab over={asking.over === true} />
  }
}
