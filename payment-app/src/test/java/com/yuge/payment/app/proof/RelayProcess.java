package com.yuge.payment.app.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.context.ConfigurableApplicationContext;

/** An instance as a process of its own, which does as it is told on its standard input. */
final class RelayProcess {
  static final String READY = "ready";

  private RelayProcess() {}

  public static void main(String[] arguments) throws IOException {
    Failpoints failpoints = new Failpoints(RelayProcess::say);
    ConfigurableApplicationContext context =
        RelayService.application(new FailpointPorts(failpoints)).run(arguments);
    say(READY);
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      obey(line.split(" "), failpoints, context.getBean(Payments.class));
      say(RelayCommand.done(line));
    }
    // Who would end it is gone.
    Runtime.getRuntime().halt(1);
  }

  private static void obey(String[] words, Failpoints failpoints, Payments payments) {
    switch (RelayCommand.valueOf(words[0])) {
      case DIE_AT -> failpoints.dieAt(Boundary.valueOf(words[1]));
      case HOLD_AT -> failpoints.waitAt(Boundary.valueOf(words[1]));
      case GO_ON -> failpoints.go();
      case PAY -> payments.several(1);
    }
  }

  private static void say(String words) {
    System.out.println(words);
  }
}
