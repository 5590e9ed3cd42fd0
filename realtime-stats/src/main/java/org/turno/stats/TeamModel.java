package org.turno.stats;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.TeamId;
import org.turno.acd.plan.TeamPlan;

/** One team. What an agent did counts for the team of that moment. */
final class TeamModel {
  final TeamId id;
  final StaffingCounter staffing = new StaffingCounter();
  private String name;
  private long handled;
  private long talkMs;
  private long wrapUpMs;
  private @Nullable TeamFigures row;

  TeamModel(TeamPlan plan) {
    this.id = plan.id();
    this.name = plan.name();
  }

  void planned(TeamPlan plan) {
    name = plan.name();
  }

  void finishedOne(long lengthMs) {
    handled++;
    talkMs += lengthMs;
  }

  void wrappedUp(long lengthMs) {
    wrapUpMs += lengthMs;
  }

  void startDay(long dayStartMs) {
    handled = 0;
    talkMs = 0;
    wrapUpMs = 0;
    staffing.startDay(dayStartMs);
  }

  /** The same object as before where nothing changed. */
  TeamFigures figures() {
    TeamFigures made = new TeamFigures(id, name, staffing.figures(), handled, talkMs, wrapUpMs);
    TeamFigures known = row;
    if (known != null && made.equals(known)) {
      return known;
    }
    row = made;
    return made;
  }

  FiguresImage.Team image() {
    return new FiguresImage.Team(id, name, staffing.image(), handled, talkMs, wrapUpMs);
  }

  static TeamModel of(FiguresImage.Team image) {
    TeamModel team = new TeamModel(new TeamPlan(image.id(), image.name()));
    team.staffing.restore(image.staffing());
    team.handled = image.handled();
    team.talkMs = image.talkMs();
    team.wrapUpMs = image.wrapUpMs();
    return team;
  }
}
