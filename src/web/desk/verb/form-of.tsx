import type { ReactNode } from 'react'
import { AnswerForm } from './answer-form.tsx'
import { AnswerNowForm } from './answer-now-form.tsx'
import { ApproachRecordForm } from './approach-form.tsx'
import { CallbackForm, CallbackTryForm } from './callback-form.tsx'
import { CommitmentForm } from './commitment-form.tsx'
import { ContactForm } from './contact-form.tsx'
import { DeedForm } from './deed-form.tsx'
import { EraseForm } from './erase-form.tsx'
import { ExclusionForm, WeighForm } from './exclusion-form.tsx'
import type { FormProps } from './form-props.ts'
import { IdentityForm } from './identity-form.tsx'
import { JointAnswerForm, JointForm } from './joint-form.tsx'
import { LetterForm, LetterReplyForm } from './letter-form.tsx'
import { MergeForm } from './merge-form.tsx'
import { ObjectForm } from './object-form.tsx'
import { OpinionForm } from './opinion-form.tsx'
import { PauseEndForm, RecusalForm } from './press-form.tsx'
import { ReclassForm } from './reclass-form.tsx'
import { RedirectForm } from './redirect-form.tsx'
import { DecideForm, RequestForm } from './request-form.tsx'
import { RuleForm } from './rule-form.tsx'
import { ApproachForm, EscalateForm, MessageForm, ProtectionForm, UnderstandingForm } from './text-form.tsx'
import { TriageForm } from './triage-form.tsx'
import type { FormVerb } from './verb-order.ts'

export { FiguresPage } from '../figures/figures-page.tsx'
export { Intake } from '../intake/intake.tsx'
export { NoticesPage } from '../office/notices-page.tsx'
export { OfficePage } from '../office/office-page.tsx'

/** The form of every verb. Loaded after the first screen stands: a list needs none of it. */
export const forms: Readonly<Record<FormVerb, (props: FormProps) => ReactNode>> = {
  'demand.triage': TriageForm,
  'demand.answer-now': AnswerNowForm,
  'demand.redirect': RedirectForm,
  'order.object': ObjectForm,
  'order.rule': RuleForm,
  'request.decide': DecideForm,
  'opinion.give': OpinionForm,
  'exclusion.weigh': WeighForm,
  'joint.answer': JointAnswerForm,
  'callback.record': CallbackForm,
  'callback.try': CallbackTryForm,
  'protection.answer': ProtectionForm,
  'contact.log': ContactForm,
  'understanding.write': UnderstandingForm,
  'approach.propose': ApproachForm,
  'approach.record': ApproachRecordForm,
  'deed.record': DeedForm,
  'demand.answer': AnswerForm,
  'message.post': MessageForm,
  'content.open.identity': IdentityForm,
  'commitment.make': CommitmentForm,
  'joint.order': JointForm,
  'letter.send': LetterForm,
  'letter.reply': LetterReplyForm,
  'request.ask': RequestForm,
  'opinion.ask': EscalateForm,
  'pause.end': PauseEndForm,
  'demand.reclass': ReclassForm,
  'demand.merge': MergeForm,
  'recusal.declare': RecusalForm,
  'exclusion.ask': ExclusionForm,
  'content.erase': EraseForm,
}
