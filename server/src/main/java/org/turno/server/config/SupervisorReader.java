package org.turno.server.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.SupervisorPlan;

/** Reads who may take part in conversations of others. */
final class SupervisorReader {
  private final PhoneReader phones;
  private final Problems problems;

  SupervisorReader(Known known, Problems problems) {
    this.phones = new PhoneReader("supervisor", known, problems);
    this.problems = problems;
  }

  /** Null, with the problem reported, where the supervisor has no phone. */
  @Nullable SupervisorPlan read(String name, MapReader map) {
    PhoneId phone = phones.read(name, map);
    List<ListenMode> may = new ArrayList<>();
    for (Text written : map.texts("may")) {
      ListenMode mode = ListenMode.ofWord(written.value());
      if (mode == null) {
        problems.error(
            written.spot(),
            map.where() + " may \"" + written.value() + "\"",
            "use some of listen, whisper, barge");
      } else {
        may.add(mode);
      }
    }
    if (!map.has("may")) {
      problems.error(
          map.spot(),
          map.where() + " may do nothing",
          "say what: may: [listen], with whisper and barge where they may do these, too");
    }
    return phone == null ? null : new SupervisorPlan(name, phone, may);
  }
}
