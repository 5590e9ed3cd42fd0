package org.turno.acd.journal;

import static java.util.Map.entry;

import java.util.Map;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.QueueEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.event.TimerEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.DoorInput;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.input.TimerExpired;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.Requirement;

/**
 * The name of every record that a journal can hold: its {@code type} in the document. Journals on
 * disk hold these names, so a name once released is never changed nor given to another record.
 * Inputs and effects have plain names, events one that begins with what they are about.
 */
final class TypeNames {
  static final Map<Class<?>, String> BY_CLASS =
      Map.ofEntries(
          entry(PbxInput.Inventory.class, "inventory"),
          entry(PbxInput.LinkDown.class, "link-down"),
          entry(PbxInput.CallArrived.class, "call-arrived"),
          entry(PbxInput.LegRinging.class, "leg-ringing"),
          entry(PbxInput.LegAnswered.class, "leg-answered"),
          entry(PbxInput.LegEnded.class, "leg-ended"),
          entry(PbxInput.LegLeft.class, "leg-left"),
          entry(PbxInput.PhoneChanged.class, "phone-changed"),
          entry(PbxInput.KeyPressed.class, "key-pressed"),
          entry(PbxInput.NumberTold.class, "number-told"),
          entry(DeskInput.SignIn.class, "sign-in"),
          entry(DeskInput.SignOut.class, "sign-out"),
          entry(DeskInput.Ready.class, "ready"),
          entry(DeskInput.Pause.class, "pause"),
          entry(DeskInput.EndWrapUp.class, "end-wrap-up"),
          entry(DeskInput.ExtendWrapUp.class, "extend-wrap-up"),
          entry(DeskInput.MarkHard.class, "mark-hard"),
          entry(DeskInput.EndBreak.class, "end-break"),
          entry(DeskInput.Reject.class, "reject"),
          entry(SupervisorInput.SetPriority.class, "set-priority"),
          entry(SupervisorInput.MoveTo.class, "move-to"),
          entry(SupervisorInput.Withdraw.class, "withdraw"),
          entry(SupervisorInput.CallBack.class, "call-contact-back"),
          entry(SupervisorInput.CancelCallback.class, "cancel-callback"),
          entry(SupervisorInput.Listen.class, "listen-to-contact"),
          entry(SupervisorInput.StopListening.class, "stop-listening"),
          entry(DoorInput.Scheduled.class, "door-scheduled"),
          entry(DoorInput.Forced.class, "door-forced"),
          entry(DoorInput.Released.class, "door-released"),
          entry(EffectReport.Done.class, "effect-done"),
          entry(EffectReport.Failed.class, "effect-failed"),
          entry(AdminInput.JournalStarted.class, "journal-started"),
          entry(AdminInput.Restarted.class, "restarted"),
          entry(AdminInput.PlanLoaded.class, "plan-loaded"),
          entry(ObservedInput.Inventory.class, "observed-inventory"),
          entry(ObservedInput.LinkDown.class, "observed-link-down"),
          entry(ObservedInput.CallerJoined.class, "observed-caller-joined"),
          entry(ObservedInput.CallerLeft.class, "observed-caller-left"),
          entry(ObservedInput.CallerAbandoned.class, "observed-caller-abandoned"),
          entry(ObservedInput.AgentRung.class, "observed-agent-rung"),
          entry(ObservedInput.RingEnded.class, "observed-ring-ended"),
          entry(ObservedInput.Connected.class, "observed-connected"),
          entry(ObservedInput.Completed.class, "observed-completed"),
          entry(ObservedInput.AgentPlaced.class, "observed-agent-placed"),
          entry(ObservedInput.AgentRemoved.class, "observed-agent-removed"),
          entry(ObservedInput.AgentPhoneChanged.class, "observed-phone-changed"),
          entry(TimerExpired.class, "timer-expired"),
          entry(ContactEvent.Arrived.class, "contact.arrived"),
          entry(ContactEvent.Queued.class, "contact.queued"),
          entry(ContactEvent.Relaxed.class, "contact.relaxed"),
          entry(ContactEvent.Estimated.class, "contact.estimated"),
          entry(ContactEvent.Announced.class, "contact.announced"),
          entry(ContactEvent.LanguageChosen.class, "contact.language-chosen"),
          entry(ContactEvent.NamedAgentGivenUp.class, "contact.named-agent-given-up"),
          entry(ContactEvent.Recognized.class, "contact.recognized"),
          entry(ContactEvent.Remembered.class, "contact.remembered"),
          entry(ContactEvent.Reprioritized.class, "contact.reprioritized"),
          entry(ContactEvent.Moved.class, "contact.moved"),
          entry(ContactEvent.Answered.class, "contact.answered"),
          entry(ContactEvent.BridgeRequested.class, "contact.bridge-requested"),
          entry(ContactEvent.Connected.class, "contact.connected"),
          entry(ContactEvent.Returned.class, "contact.returned"),
          entry(ContactEvent.Overflowed.class, "contact.overflowed"),
          entry(ContactEvent.Listening.Asked.class, "contact.listening-asked"),
          entry(ContactEvent.Listening.Joining.class, "contact.listening-joining"),
          entry(ContactEvent.Listening.Begun.class, "contact.listening-begun"),
          entry(ContactEvent.Listening.Over.class, "contact.listening-over"),
          entry(ContactEvent.Ended.class, "contact.ended"),
          entry(ContactEvent.Callback.Granted.class, "contact.callback-granted"),
          entry(ContactEvent.Callback.Held.class, "contact.callback-held"),
          entry(ContactEvent.Callback.Due.class, "contact.callback-due"),
          entry(ContactEvent.Callback.Dialled.class, "contact.callback-dialled"),
          entry(ContactEvent.Callback.CallerAnswered.class, "contact.callback-answered"),
          entry(ContactEvent.Callback.Missed.class, "contact.callback-missed"),
          entry(OfferEvent.Made.class, "offer.made"),
          entry(OfferEvent.Ringing.class, "offer.ringing"),
          entry(OfferEvent.Accepted.class, "offer.accepted"),
          entry(OfferEvent.Failed.class, "offer.failed"),
          entry(AgentEvent.SignedIn.class, "agent.signed-in"),
          entry(AgentEvent.Leaving.class, "agent.leaving"),
          entry(AgentEvent.SignedOut.class, "agent.signed-out"),
          entry(AgentEvent.Paused.class, "agent.paused"),
          entry(AgentEvent.PausePlanned.class, "agent.pause-planned"),
          entry(AgentEvent.PausePlanEnded.class, "agent.pause-plan-ended"),
          entry(AgentEvent.PauseOverran.class, "agent.pause-overran"),
          entry(AgentEvent.Resumed.class, "agent.resumed"),
          entry(AgentEvent.WrapUpStarted.class, "agent.wrap-up-started"),
          entry(AgentEvent.WrapUpExtended.class, "agent.wrap-up-extended"),
          entry(AgentEvent.WrapUpEnded.class, "agent.wrap-up-ended"),
          entry(AgentEvent.WrapUpInterrupted.class, "agent.wrap-up-interrupted"),
          entry(AgentEvent.Hard.ContactMarked.class, "agent.hard-contact-marked"),
          entry(AgentEvent.Hard.RowEnded.class, "agent.hard-row-ended"),
          entry(AgentEvent.Hard.BreakOwed.class, "agent.break-owed"),
          entry(AgentEvent.Hard.BreakStarted.class, "agent.break-started"),
          entry(AgentEvent.Hard.BreakEnded.class, "agent.break-ended"),
          entry(AgentEvent.RetryDelayed.class, "agent.retry-delayed"),
          entry(AgentEvent.RetryDelayEnded.class, "agent.retry-delay-ended"),
          entry(AgentEvent.Line.Opening.class, "agent.line-opening"),
          entry(AgentEvent.Line.Opened.class, "agent.line-opened"),
          entry(AgentEvent.Releasing.class, "agent.releasing"),
          entry(AgentEvent.Released.class, "agent.released"),
          entry(AgentEvent.PhoneNoted.class, "agent.phone-noted"),
          entry(AgentEvent.PhoneChanged.class, "agent.phone-changed"),
          entry(PbxEvent.Connected.class, "pbx.connected"),
          entry(PbxEvent.Disconnected.class, "pbx.disconnected"),
          entry(PbxEvent.EffectSettled.class, "pbx.effect-settled"),
          entry(PbxEvent.Reconciled.class, "pbx.reconciled"),
          entry(PbxEvent.LegClosed.class, "pbx.leg-closed"),
          entry(QueueEvent.Deserted.class, "queue.deserted"),
          entry(QueueEvent.Staffed.class, "queue.staffed"),
          entry(QueueEvent.Scheduled.class, "queue.door-scheduled"),
          entry(QueueEvent.Forced.class, "queue.door-forced"),
          entry(QueueEvent.Released.class, "queue.door-released"),
          entry(ObservedEvent.Sighted.class, "observed.sighted"),
          entry(ObservedEvent.SightLost.class, "observed.sight-lost"),
          entry(ObservedEvent.QueueFound.class, "observed.queue-found"),
          entry(ObservedEvent.QueueGone.class, "observed.queue-gone"),
          entry(ObservedEvent.Arrived.class, "observed.arrived"),
          entry(ObservedEvent.Rung.class, "observed.rung"),
          entry(ObservedEvent.RingEnded.class, "observed.ring-ended"),
          entry(ObservedEvent.Leaving.class, "observed.leaving"),
          entry(ObservedEvent.Answered.class, "observed.answered"),
          entry(ObservedEvent.Ended.class, "observed.ended"),
          entry(ObservedEvent.AgentPlaced.class, "observed.agent-placed"),
          entry(ObservedEvent.AgentRemoved.class, "observed.agent-removed"),
          entry(ObservedEvent.AgentPhoneChanged.class, "observed.phone-changed"),
          entry(TimerEvent.Set.class, "timer.set"),
          entry(TimerEvent.Cancelled.class, "timer.cancelled"),
          entry(SystemEvent.JournalStarted.class, "system.journal-started"),
          entry(SystemEvent.PlanApplied.class, "system.plan-applied"),
          entry(SystemEvent.InputIgnored.class, "system.input-ignored"),
          entry(Effect.Park.class, "park"),
          entry(Effect.Announce.class, "announce"),
          entry(Effect.Ring.class, "ring"),
          entry(Effect.OpenLine.class, "open-line"),
          entry(Effect.AskNumber.class, "ask-number"),
          entry(Effect.CallBack.class, "call-back"),
          entry(Effect.Bridge.class, "bridge"),
          entry(Effect.Listen.class, "listen"),
          entry(Effect.HangUp.class, "hang-up"),
          entry(Effect.DropBridge.class, "drop-bridge"),
          entry(Effect.SendToDialplan.class, "send-to-dialplan"),
          entry(Effect.GiveBack.class, "give-back"),
          entry(Destination.ToQueue.class, "to-queue"),
          entry(Destination.ToLine.class, "to-line"),
          entry(Destination.ToExtension.class, "to-extension"),
          entry(Destination.ToAnnouncement.class, "to-announcement"),
          entry(KeyAction.Leave.class, "leave"),
          entry(KeyAction.CallMeBack.class, "call-me-back"),
          entry(KeyAction.Speak.class, "speak"),
          entry(Prompt.Sound.class, "sound"),
          entry(Prompt.Numeral.class, "numeral"),
          entry(Requirement.Level.class, "level"),
          entry(Requirement.All.class, "all"),
          entry(Requirement.Any.class, "any"),
          entry(Requirement.Not.class, "not"));

  private TypeNames() {}

  /** The name of an input's, event's or effect's type. */
  static String of(Object value) {
    String name = BY_CLASS.get(value.getClass());
    if (name == null) {
      throw new IllegalStateException(
          value.getClass().getName() + " has no name in journals: add it to TypeNames");
    }
    return name;
  }
}
