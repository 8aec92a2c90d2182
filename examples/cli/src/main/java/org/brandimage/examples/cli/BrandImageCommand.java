package org.brandimage.examples.cli;

import java.util.Locale;
import org.brandimage.examples.briefs.InvalidBriefsException;
import org.brandimage.examples.console.Console;
import org.brandimage.examples.standin.StandInCommand;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnsupportedInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The {@code brandimage} command. Errors are one line on standard error. */
@Command(
    name = "brandimage",
    description = "Makes on-brand product pictures from one line of text and a media library.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      StandInCommand.class,
      RefineCommand.class,
      UnknownCommand.class,
      VerifyCommand.class,
      MeasureCommand.class,
      ModelsCommand.class,
      RankCommand.class,
      IngestCommand.class,
      SearchCommand.class,
      LibraryCommand.class
    })
public final class BrandImageCommand {
  /** The run failed although the input was usable. */
  static final int FAILED = 1;

  /** The input cannot be used. */
  static final int BAD_INPUT = 2;

  /** Some briefs of a batch have pictures and some have none. */
  static final int PARTLY = 3;

  private BrandImageCommand() {}

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    // Libraries that format numbers by the default locale, such as the progress bar, use ASCII too.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    System.exit(execute(args));
  }

  /** Returns the version in the manifest of the jar; classes run from a folder have none. */
  private static String version() {
    String version = BrandImageCommand.class.getPackage().getImplementationVersion();
    return version == null ? "(unpackaged)" : version;
  }

  /**
   * Runs the command.
   *
   * @param args the command line
   * @return the exit code: 0 done, 1 failed, 2 bad input, 3 a part of a batch failed
   */
  public static int execute(String... args) {
    CommandLine line = new CommandLine(new BrandImageCommand());
    line.getCommandSpec().version("brandimage " + version());
    line.setParameterExceptionHandler(BrandImageCommand::badArguments);
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    return args.length == 0 ? usage(line) : line.execute(args);
  }

  private static int usage(CommandLine line) {
    line.usage(line.getErr());
    return BAD_INPUT;
  }

  private static int badArguments(ParameterException e, String[] args) {
    Console.err(e.getCommandLine().getCommandSpec()).line("brandimage: " + oneLine(e));
    return BAD_INPUT;
  }

  private static int failed(Exception e, CommandLine command) {
    Console console = Console.err(command.getCommandSpec());
    if (!(e instanceof BrandImageException)) {
      console.line("brandimage: failed unexpectedly");
      console.trace(e);
      return FAILED;
    }
    if (e instanceof InvalidBriefsException briefs) {
      briefs.problems().forEach(problem -> console.line("brandimage: " + oneLine(problem)));
      return BAD_INPUT;
    }
    console.line("brandimage: " + oneLine(e));
    return e instanceof InvalidInputException || e instanceof UnsupportedInputException
        ? BAD_INPUT
        : FAILED;
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
  }
}
