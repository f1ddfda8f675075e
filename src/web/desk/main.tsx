import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../kit/kit.css'
import './desk.css'
import { tryAgain } from './api/view.ts'
import { router } from './routes.tsx'
import { SpeechProvider } from './text/say.tsx'

// Without a network the last answer stays on the screen, and the bar says so: a question is asked all the same.
const queries = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', retry: tryAgain, retryDelay: 800, staleTime: 5_000 } },
})

const place = document.getElementById('desk')
if (!place) throw new Error('desk.html has no place for the desk')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <SpeechProvider>
        <RouterProvider router={router} />
      </SpeechProvider>
    </QueryClientProvider>
  </StrictMode>,
)
