package org.turno.server.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.SkillId;
import org.turno.server.hours.Opening;

/**
 * A whole and consistent configuration.
 *
 * @param file where it was read from
 * @param pbxs the PBXs to connect to
 * @param observers the PBXs whose own queues are looked at
 * @param skills what each declared skill is called
 * @param plan what the core decides under
 * @param http where people and programs reach Turno
 * @param customerKey of the hash that customers are known again by
 * @param callbackKey that seals the numbers of those who are to be called back
 * @param journal the record of every decision
 * @param openings which lines and queues have opening hours
 */
public record TurnoConfig(
    Path file,
    List<PbxConfig> pbxs,
    List<ObserverConfig> observers,
    SortedMap<SkillId, String> skills,
    FloorPlan plan,
    HttpConfig http,
    Optional<Secret> customerKey,
    Optional<Secret> callbackKey,
    JournalConfig journal,
    List<Opening> openings) {
  /** Copies the collections. */
  public TurnoConfig {
    pbxs = List.copyOf(pbxs);
    openings = List.copyOf(openings);
    observers = List.copyOf(observers);
    skills = Collections.unmodifiableSortedMap(new TreeMap<>(skills));
  }
}
