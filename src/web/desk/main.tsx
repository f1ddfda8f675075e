import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../kit/kit.css'
import './loop.css'
import './desk.css'
import { formsQuery } from './api/forms.ts'
import { Problem } from './api/request.ts'
import { meQuery, tryAgain } from './api/view.ts'
import { router } from './routes.tsx'
import { learn, SpeechProvider, wished } from './text/say.tsx'

// Without a network the last answer stays on the screen, and the bar says so: a question is asked all the same.
const queries: QueryClient = new QueryClient({
  // A session that ran out while reading: ask who is here, and the sign-in takes the place of the page.
  queryCache: new QueryCache({
    onError: (error, query) => {
      const out = error instanceof Problem && error.status === 401 && query.queryKey[0] !== 'me'
      if (out) void queries.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  }),
  defaultOptions: { queries: { networkMode: 'always', retry: tryAgain, retryDelay: 800, staleTime: 5_000 } },
})

const place = document.getElementById('desk')
if (!place) throw new Error('desk.html has no place for the desk')
const root = createRoot(place)
const show = () =>
  root.render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <SpeechProvider>
          <RouterProvider router={router} />
        </SpeechProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
// Whether or not the wished language came: the desk is shown.
learn(wished()).then(show, show)

// The forms come once the first screen has been drawn, so that a line that breaks later finds them here.
addEventListener('load', () => setTimeout(() => void queries.prefetchQuery(formsQuery), 0))
