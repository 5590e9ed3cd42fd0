package org.turno.server.imports;

import java.nio.file.Path;
import java.util.List;

/** Asterisk's {@code queues.conf}, as {@code app_queue} reads it. */
final class QueuesConf {
  private QueuesConf() {}

  /**
   * Imports a file and those that it includes.
   *
   * @throws ImportException when it cannot be read
   */
  static Imported read(Path file) {
    Draft draft = new Draft();
    for (ConfFile.Section section : ConfFile.read(file, draft)) {
      if (section.name.equals("general")) {
        section.settings.forEach(setting -> general(draft, setting));
      } else {
        queue(draft, section);
      }
    }
    if (draft.queues().isEmpty()) {
      throw new ImportException(
          file + " has no queue: name a queues.conf with at least one [queue] section");
    }
    return draft.done(String.valueOf(file.getFileName()));
  }

  private static void general(Draft draft, ConfFile.Setting setting) {
    switch (setting.key()) {
      case "persistentmembers", "autofill", "monitor-type", "shared_lastcall" -> {}
      default ->
          QueueOption.note(
              draft, setting, "a setting of app_queue itself: Turno has no counterpart");
    }
  }

  private static void queue(Draft draft, ConfFile.Section section) {
    Draft.Queue queue = draft.queue(section.name, section.at);
    QueueAgents agents = new QueueAgents(draft, queue, lastStrategy(section.settings));
    AppQueueAnnouncements announcements = new AppQueueAnnouncements(draft, queue);
    for (ConfFile.Setting setting : section.settings) {
      if (setting.key().equals("member")) {
        agents.add(setting);
      } else if (!announcements.take(setting)) {
        QueueOption option = QueuesConfOptions.BY_KEY.get(setting.key());
        if (option != null) {
          option.take(draft, queue, setting);
        } else if (!setting.value().isEmpty()) {
          QueueOption.note(draft, setting, "Turno has no counterpart");
        }
      }
    }
    announcements.done();
    // app_queue pauses nobody and rings all unless told
    queue.options.putIfAbsent("misses_before_pause", "0");
    if (section.settings.stream().noneMatch(s -> s.key().equals("strategy"))) {
      QueuesConfOptions.ringAll(queue);
    }
  }

  private static String lastStrategy(List<ConfFile.Setting> settings) {
    return settings.stream()
        .filter(s -> s.key().equals("strategy"))
        .map(ConfFile.Setting::value)
        .reduce("ringall", (earlier, later) -> later);
  }
}
