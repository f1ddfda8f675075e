import type { VideoGateway, VideoRoom } from './video.ts'

/** A gateway for tests: remembers for which meetings a link was asked. */
export function fakeVideo(): VideoGateway & { readonly asked: VideoRoom[] } {
  const asked: VideoRoom[] = []
  return {
    ...{ name: 'fake', asked },
    join: (room) => {
      asked.push(room)
      return `https://room.example/${asked.length}`
    },
  }
}
