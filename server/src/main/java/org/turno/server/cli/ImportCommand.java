package org.turno.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.turno.server.imports.ImportException;
import org.turno.server.imports.Imported;
import org.turno.server.imports.Importer;
import org.turno.server.imports.Leftover;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a {@code turno.yaml} from what another distributor is configured by. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Turn Asterisk's queues.conf or FreeSWITCH's callcenter.conf.xml into a turno.yaml.",
      "What has no counterpart, or works differently, is listed with its line."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:imported (there may be things without a counterpart)",
      "1:the file cannot be read, or FILE of -o is there already",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  turno import /etc/asterisk/queues.conf -o turno.yaml",
      "  turno import callcenter.conf.xml | less",
      "  turno check turno.yaml --no-secrets"
    })
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "queues.conf, or a name that ends with .xml.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write turno.yaml there, not to standard output.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--force", description = "Replace the file of -o where it is there already.")
  private boolean force;

  @Override
  public Integer call() {
    Imported imported;
    try {
      imported = Importer.read(file);
    } catch (ImportException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), e);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (output.isPresent()) {
      write(output.get(), imported.yaml());
    } else {
      out.print(imported.yaml());
      out.flush();
    }
    for (Leftover leftover : imported.leftovers()) {
      err.println(leftover);
    }
    err.printf(
        "%s: %s, %s, %s without an exact counterpart%n",
        file,
        ConfigSummary.counted(imported.queues(), "queue"),
        ConfigSummary.counted(imported.agents(), "agent"),
        ConfigSummary.counted(imported.leftovers().size(), "thing"));
    output.ifPresent(to -> err.println("next: turno check " + to + " --no-secrets"));
    err.flush();
    return 0;
  }

  private void write(Path to, String yaml) {
    OpenOption[] options =
        force
            ? new OpenOption[] {
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE
            }
            : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    try {
      Files.writeString(to, yaml, options);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailure(to + " is there already: name another, or add --force", e);
    } catch (IOException e) {
      throw new CommandFailure(to + " cannot be written: " + e.getMessage(), e);
    }
  }
}
