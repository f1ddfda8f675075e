import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { type Forms, formsQuery } from '../api/forms.ts'
import { useSpeech } from '../text/say.tsx'

/** Whatever needs the forms. They arrive after the first screen; what is asked for before waits for them. */
export function WithForms({ children }: { children: (forms: Forms) => ReactNode }) {
  const { say } = useSpeech()
  const { data, isError, refetch } = useQuery(formsQuery)
  if (data) return children(data)
  if (!isError) return <Skeleton label={say('loading')} rows={2} />
  return (
    <Notice
      tone="wrong"
      title={say('error.title')}
      action={<Button onPress={() => void refetch()}>{say('error.retry')}</Button>}
    >
      {say('error.why')}
    </Notice>
  )
}
