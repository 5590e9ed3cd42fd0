package org.turno.load.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** All texts of the project: what people wrote, not what a build or a tool made. */
final class SourceTree {

  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "target-quick", ".idea", ".vscode", ".settings");

  private static final Pattern TEXT =
      Pattern.compile(
          ".*\\.(java|js|mjs|html|css|sh|md|xml|ya?ml|conf|options|properties|service|svg)"
              + "|(.*/)?(turno|run|\\.gitignore)");

  private SourceTree() {}

  static List<SourceFile> read(Path root) {
    List<SourceFile> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              String path = root.relativize(file).toString().replace('\\', '/');
              if (attributes.isRegularFile() && TEXT.matcher(path).matches()) {
                files.add(new SourceFile(path, Files.readString(file, StandardCharsets.UTF_8)));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
