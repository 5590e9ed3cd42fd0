package org.turno.server.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file as Asterisk reads them: sections, templates, {@code key = value} and {@code
 * key => value}, comments by {@code ;} and {@code ;-- --;}, and files that are included.
 */
final class ConfFile {
  private static final Pattern SECTION = Pattern.compile("\\[([^\\]]+)\\](?:\\(([^)]*)\\))?.*");
  private static final Pattern INCLUDE =
      Pattern.compile("#(try)?include\\s+[\"<]?([^\">]+?)[\">]?\\s*");
  private static final int DEEPEST = 10;

  /** One setting. */
  record Setting(String key, String value, Spotted at) {}

  /** A section with what its templates gave it; the last setting of a key holds where one does. */
  static final class Section {
    final String name;
    final Spotted at;
    final boolean template;
    final List<Setting> settings = new ArrayList<>();

    Section(String name, Spotted at, boolean template) {
      this.name = name;
      this.at = at;
      this.template = template;
    }
  }

  private final Draft draft;
  private final Map<String, Section> sections = new LinkedHashMap<>();
  private @Nullable Section open;
  private boolean inComment;

  private ConfFile(Draft draft) {
    this.draft = draft;
  }

  /** Reads a file; what cannot be read is a leftover, or an exception where nothing can. */
  static List<Section> read(Path file, Draft draft) {
    ConfFile conf = new ConfFile(draft);
    conf.file(file, 0);
    return conf.sections.values().stream().filter(section -> !section.template).toList();
  }

  private void file(Path file, int depth) {
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String text = withoutComment(lines.get(i)).strip();
      if (!text.isEmpty()) {
        line(text, new Spotted(file, i + 1), depth);
      }
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    } catch (java.nio.charset.MalformedInputException e) {
      throw new ImportException(file + " is not UTF-8: convert it, for example by iconv", e);
    } catch (IOException e) {
      throw new ImportException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private String withoutComment(String line) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      if (inComment) {
        if (line.startsWith("--;", i)) {
          inComment = false;
          i += 2;
        }
      } else if (line.startsWith(";--", i) && !line.startsWith(";---", i)) {
        inComment = true;
        i += 2;
      } else if (line.charAt(i) == '\\' && line.startsWith("\\;", i)) {
        kept.append(';');
        i++;
      } else if (line.charAt(i) == ';') {
        break;
      } else {
        kept.append(line.charAt(i));
      }
    }
    return kept.toString();
  }

  private void line(String text, Spotted at, int depth) {
    Matcher section = SECTION.matcher(text);
    if (text.startsWith("#")) {
      directive(text, at, depth);
    } else if (section.matches()) {
      begin(section.group(1), section.group(2) == null ? "" : section.group(2), at);
    } else if (open == null) {
      draft.leftover(at, text, "it stands before the first [section]: move it or remove it");
    } else {
      setting(open, text, at);
    }
  }

  private void directive(String text, Spotted at, int depth) {
    Matcher include = INCLUDE.matcher(text);
    if (!include.matches()) {
      draft.leftover(at, text, "not followed: put in what it makes, and import again");
      return;
    }
    Path file = at.file().resolveSibling(include.group(2));
    if (depth >= DEEPEST) {
      throw new ImportException(at + ": files include each other in a circle: break it");
    } else if (Files.isRegularFile(file)) {
      file(file, depth + 1);
    } else if (include.group(1) == null) {
      draft.leftover(at, text, "there is no " + file + ": put it there, and import again");
    }
  }

  private void begin(String name, String options, Spotted at) {
    List<String> words = List.of(options.split("\\s*,\\s*"));
    Section known = sections.get(name);
    if (words.contains("+") && known != null) {
      open = known;
      return;
    }
    Section section = new Section(name, at, words.contains("!"));
    for (String parent : words) {
      Section template = sections.get(parent);
      if (template != null) {
        section.settings.addAll(template.settings);
      } else if (!parent.isEmpty() && !parent.equals("!") && !parent.equals("+")) {
        draft.leftover(at, "[" + name + "](" + options + ")", "there is no template " + parent);
      }
    }
    if (known != null) {
      draft.leftover(at, "[" + name + "]", "it was there before: this one holds");
    }
    sections.put(name, section);
    open = section;
  }

  private void setting(Section section, String text, Spotted at) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      draft.leftover(at, text, "not understood: write key = value");
      return;
    }
    String value = text.substring(equals + 1);
    if (value.startsWith(">")) {
      value = value.substring(1);
    }
    section.settings.add(new Setting(text.substring(0, equals).strip(), value.strip(), at));
  }
}
