import type { Actor } from '../../../domain/actor.ts'
import type { meetingViews } from '../../../protocol/meeting-view.ts'
import { videoOf } from '../../gateway/video.ts'
import { unionsBelow } from '../../view/meeting-answers.ts'
import { findMeetings, meetingPage } from '../../view/meetings.ts'
import { reading } from '../../view/scope.ts'
import type { Answers } from './ask.ts'

type Staff = Extract<Actor, { kind: 'staff' }>

/** How the views of meetings are answered. */
export const meetingAnswers: Answers<keyof typeof meetingViews> = {
  meetings: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => findMeetings(client, actor as Staff, params.after)),
  meeting: ({ context, actor, params }) => {
    const video = videoOf(context.config.video, context.keys.receipt)
    const now = context.clock.now()
    return reading(context.db.reader, actor, (client) =>
      meetingPage(
        client,
        actor as Staff,
        { meeting: params.meeting, ...(params.unit === undefined ? {} : { unit: Number(params.unit) }) },
        { video, now },
      ),
    )
  },
  'unions-below': ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => unionsBelow(client, (actor as Staff).unit, params.text ?? '')),
}
