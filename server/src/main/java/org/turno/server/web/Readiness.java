package org.turno.server.web;

import java.util.List;

/** Whether Turno can do its work now. Safe for any thread. */
@FunctionalInterface
public interface Readiness {
  /** Why not, one sentence each, for people; empty where it can. */
  List<String> reasons();
}
