package org.turno.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.PauseReason;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.SupervisorPlan;
import org.turno.acd.plan.TeamId;
import org.turno.acd.plan.TeamPlan;
import org.turno.server.hours.Opening;
import org.turno.server.hours.OpeningHours;

/** Reads {@code turno.yaml}. One reader serves one reading of one file. */
public final class ConfigReader {
  private final Path file;
  private final Map<String, String> environment;
  private final Path folder;
  private final Problems problems;
  private final SecretReader secrets;
  private final List<PbxConfig> pbxConfigs = new ArrayList<>();
  private final List<ObserverConfig> observers = new ArrayList<>();
  private final List<ObservedPlan> observed = new ArrayList<>();
  private final SortedMap<SkillId, String> skills = new TreeMap<>();
  private final Map<QueueId, QueuePlan> queues = new LinkedHashMap<>();
  private final Map<QueueId, MapReader> queueMaps = new LinkedHashMap<>();
  private final Map<LineId, LinePlan> lines = new LinkedHashMap<>();
  private final Map<LineId, MapReader> lineMaps = new LinkedHashMap<>();
  private final List<AgentPlan> agents = new ArrayList<>();

  private ConfigReader(Path file, Map<String, String> environment, boolean withSecrets) {
    this.file = file;
    this.environment = environment;
    this.problems = new Problems(file.toString());
    Path parent = file.toAbsolutePath().getParent();
    this.folder = parent == null ? Path.of("") : parent;
    this.secrets = new SecretReader(folder, environment, withSecrets, problems);
  }

  /**
   * Reads the file and the secrets that it names.
   *
   * @param environment where {@code ..._env} keys look
   */
  public static ConfigReading read(Path file, Map<String, String> environment) {
    return new ConfigReader(file, environment, true).read();
  }

  /** Reads the file but no secret: to check it away from the machine that it is for. */
  public static ConfigReading readWithoutSecrets(Path file, Map<String, String> environment) {
    return new ConfigReader(file, environment, false).read();
  }

  private ConfigReading read() {
    Node root = YamlFile.read(file, problems);
    Optional<TurnoConfig> config = Optional.empty();
    if (root instanceof MappingNode mapping) {
      TurnoConfig read =
          read(new MapReader(mapping, Section.ROOT, "turno.yaml", Spot.START, problems));
      config = problems.hasErrors() ? Optional.empty() : Optional.of(read);
    } else if (root != null) {
      Nodes.wrongKind(root, "the file", "sections such as queues: and lines:", problems);
    }
    return new ConfigReading(config, problems.inOrder());
  }

  private TurnoConfig read(MapReader root) {
    SequencedMap<Text, Node> pbxNodes = required(root, "pbxs", "a PBX");
    boolean onlyLooks =
        !pbxNodes.isEmpty() && pbxNodes.values().stream().allMatch(ObserveReader::onlyLooks);
    SequencedMap<Text, Node> queueNodes =
        onlyLooks ? root.byName("queues") : required(root, "queues", "a queue");
    SequencedMap<Text, Node> lineNodes =
        onlyLooks ? root.byName("lines") : required(root, "lines", "a line");
    SequencedMap<Text, Node> skillNodes = root.byName("skills");
    SequencedMap<Text, Node> teamNodes = root.byName("teams");
    SequencedMap<Text, Node> pauseNodes = root.byName("pauses");
    SequencedMap<Text, Node> calendarNodes = root.byName("calendars");
    Known known =
        known(skillNodes, pbxNodes, queueNodes, lineNodes, teamNodes, pauseNodes, calendarNodes);
    Map<String, OpeningHours> calendars = readCalendars(calendarNodes);
    readSkills(skillNodes);
    List<PbxPlan> pbxs = readPbxs(pbxNodes);
    readQueues(queueNodes, known);
    String language = LineReader.language(root, LinePlan.DEFAULT_LANGUAGE, problems);
    readLines(lineNodes, language, known);
    TeamReader teamReader = new TeamReader(known, problems);
    List<TeamPlan> teams = readTeams(teamNodes, teamReader);
    readAgents(root.byName("agents"), known, teamReader, pbxs);
    List<SupervisorPlan> supervisors = readSupervisors(root.byName("supervisors"), known, pbxs);
    List<ReservePlan> reserves = readReserves(root.byName("reserves"), known);
    List<PauseReason> pauses = readPauses(pauseNodes);
    new PlanChecks(queues, queueMaps, problems).check(lines, lineMaps, agents);
    HttpConfig http = new HttpReader(secrets, problems).read(root.map("http", Section.HTTP));
    Optional<Secret> customerKey = customerKey(root);
    Optional<Secret> callbackKey = callbackKey(root);
    JournalConfig journal =
        new JournalReader(StateFolder.of(environment)).read(root.map("journal", Section.JOURNAL));
    FloorPlan plan =
        problems.hasErrors()
            ? FloorPlan.EMPTY
            : new FloorPlan(
                pbxs,
                List.copyOf(lines.values()),
                List.copyOf(queues.values()),
                agents,
                reserves,
                teams,
                pauses,
                observed,
                supervisors);
    return new TurnoConfig(
        file,
        pbxConfigs,
        observers,
        skills,
        plan,
        http,
        customerKey,
        callbackKey,
        journal,
        openings(calendars));
  }

  /** Every name that another part of the file may mention. */
  private static Known known(
      SequencedMap<Text, Node> skills,
      SequencedMap<Text, Node> pbxs,
      SequencedMap<Text, Node> queues,
      SequencedMap<Text, Node> lines,
      SequencedMap<Text, Node> teams,
      SequencedMap<Text, Node> pauses,
      SequencedMap<Text, Node> calendars) {
    return new Known(
        Known.Names.of("skill", "skills", skills.keySet()),
        Known.Names.of("PBX", "pbxs", pbxs.keySet()),
        Known.Names.of("queue", "queues", queues.keySet()),
        Known.Names.of("line", "lines", lines.keySet()),
        Known.Names.of("team", "teams", teams.keySet()),
        Known.Names.of("pause", "pauses", pauses.keySet()),
        Known.Names.of("calendar", "calendars", calendars.keySet()));
  }

  private SequencedMap<Text, Node> required(MapReader root, String section, String what) {
    SequencedMap<Text, Node> entries = root.byName(section);
    if (entries.isEmpty()) {
      problems.error(
          root.spotOf(section),
          "the section " + section + " is missing or empty",
          "configure at least " + what + ", as in the example turno.yaml");
    }
    return entries;
  }

  private void readSkills(SequencedMap<Text, Node> nodes) {
    nodes.forEach(
        (id, node) -> {
          Identifiers.checkSkill(id, problems);
          Text name =
              Nodes.isNothing(node) ? id : Nodes.text(node, "skill " + id.value(), problems);
          withId(id, SkillId::new)
              .ifPresent(skill -> skills.put(skill, name == null ? id.value() : name.value()));
        });
  }

  private List<PbxPlan> readPbxs(SequencedMap<Text, Node> nodes) {
    PbxReader reader = new PbxReader(secrets, problems);
    List<PbxPlan> plans = new ArrayList<>();
    nodes.forEach(
        (id, node) ->
            inSection("PBX", id, node, Section.PBX, PbxId::new)
                .ifPresent(
                    found -> {
                      boolean onlyLooks = ObserveReader.onlyLooks(node);
                      if (!onlyLooks) {
                        plans.add(new PbxPlan(found.id()));
                      }
                      PbxReader.Read read = reader.read(found.id(), found.map(), onlyLooks);
                      read.pbx().ifPresent(pbxConfigs::add);
                      read.observer().ifPresent(observers::add);
                      if (read.observed() != null) {
                        observed.add(read.observed());
                      }
                    }));
    return plans;
  }

  private void readQueues(SequencedMap<Text, Node> nodes, Known known) {
    QueueReader reader = new QueueReader(known, problems);
    nodes.forEach(
        (id, node) ->
            inSection("queue", id, node, Section.QUEUE, QueueId::new)
                .ifPresent(
                    found -> {
                      queues.put(found.id(), reader.read(found.id(), found.map()));
                      queueMaps.put(found.id(), found.map());
                    }));
  }

  private void readLines(SequencedMap<Text, Node> nodes, String language, Known known) {
    LineReader reader = new LineReader(language, known, problems);
    nodes.forEach(
        (id, node) ->
            inSection("line", id, node, Section.LINE, LineId::new)
                .ifPresent(
                    found -> {
                      LinePlan line = reader.read(found.id(), found.map());
                      if (line != null) {
                        lines.put(found.id(), line);
                        lineMaps.put(found.id(), found.map());
                      }
                    }));
  }

  private List<TeamPlan> readTeams(SequencedMap<Text, Node> nodes, TeamReader reader) {
    List<TeamPlan> teams = new ArrayList<>();
    nodes.forEach(
        (id, node) ->
            inSection("team", id, node, Section.TEAM, TeamId::new)
                .ifPresent(found -> teams.add(reader.read(found.id(), found.map()))));
    return teams;
  }

  private void readAgents(
      SequencedMap<Text, Node> nodes, Known known, TeamReader teams, List<PbxPlan> steered) {
    AgentReader reader = new AgentReader(known, teams, problems);
    nodes.forEach(
        (id, node) ->
            inSection("agent", id, node, Section.AGENT, AgentId::new)
                .ifPresent(
                    found -> {
                      AgentPlan agent = reader.read(found.id(), found.map());
                      if (agent != null) {
                        checkSteered(agent.phone(), found.map(), steered);
                        agents.add(agent);
                      }
                    }));
  }

  private List<SupervisorPlan> readSupervisors(
      SequencedMap<Text, Node> nodes, Known known, List<PbxPlan> steered) {
    SupervisorReader reader = new SupervisorReader(known, problems);
    List<SupervisorPlan> supervisors = new ArrayList<>();
    nodes.forEach(
        (id, node) ->
            inSection("supervisor", id, node, Section.SUPERVISOR, Function.identity())
                .ifPresent(
                    found -> {
                      SupervisorPlan supervisor = reader.read(found.id(), found.map());
                      if (supervisor != null) {
                        checkSteered(supervisor.phone(), found.map(), steered);
                        supervisors.add(supervisor);
                      }
                    }));
    return supervisors;
  }

  private void checkSteered(PhoneId phone, MapReader map, List<PbxPlan> steered) {
    PbxId pbx = phone.pbx();
    if (steered.stream().noneMatch(plan -> plan.id().equals(pbx))) {
      problems.error(
          map.spotOf("pbx"),
          map.where() + " has a phone on PBX " + pbx + ", which is only looked at",
          "add ari to the PBX, or leave the agent out: agents of observed queues show by themselves");
    }
  }

  private List<ReservePlan> readReserves(SequencedMap<Text, Node> nodes, Known known) {
    ReserveReader reader = new ReserveReader(known, problems);
    List<ReservePlan> reserves = new ArrayList<>();
    nodes.forEach(
        (id, node) ->
            inSection("reserve", id, node, Section.RESERVE, Function.identity())
                .ifPresent(found -> reserves.add(reader.read(found.id(), found.map()))));
    return reserves;
  }

  private List<PauseReason> readPauses(SequencedMap<Text, Node> nodes) {
    List<PauseReason> pauses = new ArrayList<>();
    nodes.forEach(
        (id, node) ->
            inSection("pause", id, node, Section.PAUSE, Function.identity())
                .ifPresent(found -> pauses.add(PauseReader.read(found.id(), found.map()))));
    return pauses;
  }

  private Map<String, OpeningHours> readCalendars(SequencedMap<Text, Node> nodes) {
    CalendarReader reader = new CalendarReader(folder, problems);
    Map<String, OpeningHours> calendars = new LinkedHashMap<>();
    nodes.forEach(
        (id, node) ->
            inSection("calendar", id, node, Section.CALENDAR, Function.identity())
                .ifPresent(found -> calendars.put(found.id(), reader.read(found.map()))));
    return calendars;
  }

  /** Which hours hold for which lines and queues. */
  private List<Opening> openings(Map<String, OpeningHours> calendars) {
    List<Opening> openings = new ArrayList<>();
    lineMaps.forEach((id, map) -> opening(Door.of(id), map, calendars, openings));
    queueMaps.forEach((id, map) -> opening(Door.of(id), map, calendars, openings));
    queueMaps.forEach(
        (id, map) -> {
          MapReader callback = map.map("callback", Section.CALLBACK);
          if (callback != null) {
            opening(Door.ofCallbacks(id), callback, calendars, openings);
          }
        });
    return openings;
  }

  private static void opening(
      Door door, MapReader map, Map<String, OpeningHours> calendars, List<Opening> into) {
    OpeningHours hours = calendars.get(map.text("hours", ""));
    if (hours != null) {
      into.add(new Opening(door, hours));
    }
  }

  private Optional<Secret> customerKey(MapReader root) {
    MapReader map = root.map("customers", Section.CUSTOMERS);
    return map == null ? Optional.empty() : Optional.ofNullable(secrets.required(map, "key"));
  }

  /** Whoever calls back needs a key, a way to dial and a queue that does it. */
  private Optional<Secret> callbackKey(MapReader root) {
    MapReader map = root.map("callbacks", Section.CALLBACKS);
    for (LinePlan line : lines.values()) {
      MapReader lineMap = lineMaps.get(line.id());
      QueuePlan queue = queues.get(line.queue());
      if (!line.callback() || lineMap == null) {
        continue;
      }
      if (map == null) {
        problems.error(
            lineMap.spotOf("callback"),
            lineMap.where() + " calls back, and there is no key to seal numbers with",
            "add callbacks: {key_file: FILE}, with 32 characters or more in it");
      }
      if (queue != null && queue.callback() == null) {
        problems.error(
            lineMap.spotOf("callback"),
            lineMap.where() + " calls back, and its queue " + queue.id() + " does not",
            "add callback: {attempts: 3, gap: 10m} to the queue, or remove it from the line");
      }
      if (pbxConfigs.stream().noneMatch(pbx -> pbx.outside().isPresent())) {
        problems.error(
            lineMap.spotOf("callback"),
            lineMap.where() + " calls back, and no PBX says how people outside are called",
            "add outside: {dial: 'PJSIP/{number}@trunk', caller_id: '...'} to the PBX");
      }
    }
    return map == null ? Optional.empty() : Optional.ofNullable(secrets.required(map, "key"));
  }

  /** Something that has a name and keys. */
  private record Found<I>(I id, MapReader map) {}

  private <I> Optional<Found<I>> inSection(
      String kind, Text id, Node node, Section section, Function<String, I> toId) {
    Identifiers.check(kind, id, problems);
    String where = kind + " " + id.value();
    MapReader map = MapReader.of(node, section, where, id.spot(), problems);
    return map == null
        ? Optional.empty()
        : withId(id, toId).map(identifier -> new Found<>(identifier, map));
  }

  /** Empty for a name without text, which was reported. */
  private static <I> Optional<I> withId(Text id, Function<String, I> toId) {
    return id.value().isEmpty() ? Optional.empty() : Optional.of(toId.apply(id.value()));
  }
}
