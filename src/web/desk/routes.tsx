import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { DemandPage } from './demand/demand-page.tsx'
import { readAsking } from './figures/asking.ts'
import { Frame } from './frame/frame.tsx'
import { NothingChosen } from './frame/nothing-chosen.tsx'
import { readAsking as readIssueAsking } from './issues/asking.ts'
import { readLineAsking } from './line/asking.ts'
import { PasswordPage } from './sign-in/password-page.tsx'
import { readCoverageAsking } from './training/asking.ts'
import { WithForms } from './verb/with-forms.tsx'

const root = createRootRoute({ component: Frame, notFoundComponent: NothingChosen })

const home = createRoute({ getParentRoute: () => root, path: '/', component: NothingChosen })
const password = createRoute({ getParentRoute: () => root, path: '/password', component: PasswordPage })
const office = createRoute({
  getParentRoute: () => root,
  path: '/office',
  component: () => <WithForms>{({ OfficePage }) => <OfficePage />}</WithForms>,
})
const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: () => <WithForms>{({ NoticesPage }) => <NoticesPage />}</WithForms>,
})
const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  validateSearch: readAsking,
  component: () => <WithForms>{({ FiguresPage }) => <FiguresPage />}</WithForms>,
})
const line = createRoute({
  getParentRoute: () => root,
  path: '/line',
  component: lazyRouteComponent(() => import('./line/pages.ts'), 'LinePage'),
})
const campaign = createRoute({
  getParentRoute: () => root,
  path: '/line/$campaign',
  component: lazyRouteComponent(() => import('./line/pages.ts'), 'CampaignPage'),
})
const directive = createRoute({
  getParentRoute: () => root,
  path: '/line/$campaign/$directive',
  validateSearch: readLineAsking,
  component: lazyRouteComponent(() => import('./line/pages.ts'), 'DirectivePage'),
})
const tables = createRoute({
  getParentRoute: () => root,
  path: '/tables',
  component: lazyRouteComponent(() => import('./tables/tables-page.tsx'), 'TablesPage'),
})
const table = createRoute({
  getParentRoute: () => root,
  path: '/tables/$sheet',
  component: lazyRouteComponent(() => import('./tables/table-page.tsx'), 'TablePage'),
})
const deeds = createRoute({
  getParentRoute: () => root,
  path: '/deeds',
  component: lazyRouteComponent(() => import('./deeds/deeds-page.tsx'), 'DeedsPage'),
})
const deed = createRoute({
  getParentRoute: () => root,
  path: '/deeds/$deed',
  component: lazyRouteComponent(() => import('./deeds/deed-page.tsx'), 'DeedPage'),
})
const issues = createRoute({
  getParentRoute: () => root,
  path: '/issues',
  validateSearch: readIssueAsking,
  component: lazyRouteComponent(() => import('./issues/issues-page.tsx'), 'IssuesPage'),
})
const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  component: lazyRouteComponent(() => import('./meetings/meetings-page.tsx'), 'MeetingsPage'),
})
const meeting = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$meeting',
  component: lazyRouteComponent(() => import('./meetings/meeting-page.tsx'), 'MeetingPage'),
})
const visits = createRoute({
  getParentRoute: () => root,
  path: '/visits',
  component: lazyRouteComponent(() => import('./visits/visits-page.tsx'), 'VisitsPage'),
})
const visit = createRoute({
  getParentRoute: () => root,
  path: '/visits/$visit',
  component: lazyRouteComponent(() => import('./visits/visit-page.tsx'), 'VisitPage'),
})
const training = createRoute({
  getParentRoute: () => root,
  path: '/training',
  component: lazyRouteComponent(() => import('./training/training-page.tsx'), 'TrainingPage'),
})
const trainingPlan = createRoute({
  getParentRoute: () => root,
  path: '/training/plan/$plan',
  validateSearch: readCoverageAsking,
  component: lazyRouteComponent(() => import('./training/plan-page.tsx'), 'PlanPage'),
})
const trainingClass = createRoute({
  getParentRoute: () => root,
  path: '/training/$class',
  component: lazyRouteComponent(() => import('./training/class-page.tsx'), 'ClassPage'),
})
const news = createRoute({
  getParentRoute: () => root,
  path: '/news',
  component: lazyRouteComponent(() => import('./news/news-page.tsx'), 'NewsPage'),
})
const article = createRoute({
  getParentRoute: () => root,
  path: '/news/$article',
  component: lazyRouteComponent(() => import('./news/article-page.tsx'), 'ArticlePage'),
})
const openings = createRoute({
  getParentRoute: () => root,
  path: '/openings',
  component: lazyRouteComponent(() => import('./audit/openings-page.tsx'), 'OpeningsPage'),
})
const workshop = createRoute({
  getParentRoute: () => root,
  path: '/posters',
  component: lazyRouteComponent(() => import('./workshop/workshop-page.tsx'), 'WorkshopPage'),
})
const list = createRoute({ getParentRoute: () => root, path: '/$list', component: NothingChosen })
const raise = createRoute({
  getParentRoute: () => root,
  path: '/$list/raise',
  component: () => <WithForms>{({ Intake }) => <Intake />}</WithForms>,
})
const demand = createRoute({ getParentRoute: () => root, path: '/$list/$demand', component: DemandPage })

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    password,
    office,
    notices,
    figures,
    visits,
    visit,
    line,
    campaign,
    directive,
    deeds,
    tables,
    table,
    deed,
    issues,
    meetings,
    meeting,
    training,
    trainingPlan,
    trainingClass,
    news,
    article,
    openings,
    workshop,
    list,
    raise,
    demand,
  ]),
  basepath: '/desk',
  defaultPreload: false,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
