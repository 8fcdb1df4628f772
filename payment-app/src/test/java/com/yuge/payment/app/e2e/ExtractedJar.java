package com.yuge.payment.app.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged jar, extracted for a quick start as README says, its libraries beside it. */
public record ExtractedJar(Path jar) {
  /** What ends a run before anything starts, as Spring and Flyway call it. */
  private static final String NO_START = "-Dspring.context.exit=onRefresh";

  private static final String NO_MIGRATION = "--spring.flyway.enabled=false";

  public static ExtractedJar of(Path packaged, Path folder) {
    run(
        List.of("-Djarmode=tools"),
        packaged,
        List.of("extract", "--force", "--destination", folder.toString()));
    return new ExtractedJar(folder.resolve(packaged.getFileName()));
  }

  /** A run that needs settings but no server; this option of the JVM has it leave an archive. */
  void train(String option, List<String> settings) {
    List<String> arguments = new ArrayList<>(settings);
    arguments.add(NO_MIGRATION);
    run(List.of(option, NO_START), jar, arguments);
  }

  private static void run(List<String> options, Path jar, List<String> arguments) {
    List<String> what = List.of("-jar", jar.toAbsolutePath().toString());
    JavaProcess.start("run-" + jar.getFileName(), options, what, arguments).awaitSuccess();
  }
}
