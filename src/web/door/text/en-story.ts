import type { zhStory } from './zh-story.ts'

/** Agreeing to a public story, on the follow page. */
export const enStory: typeof zhStory = {
  free: 'Whether you agree or not changes nothing about your matter, now or later. Nobody may press you to agree.',
  name: 'My name may be used',
  picture: 'My picture may be used',
  give: 'I agree',
  given: 'You agreed to a public story',
  since: (on: string) => `Since ${on}. `,
  takeBackWhat:
    'Once taken back, what is told of you can no longer be seen on the page, in lists, by search or in the shared picture. No reason is needed.',
  takeBack: 'Take it back',
}
