package com.yuge.payment.out.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementFile;
import com.yuge.payment.domain.statement.StatementKey;
import com.yuge.payment.domain.statement.StatementUseCases;
import com.yuge.payment.out.proof.Planted.Found;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The trade of one day, of a seed, and what was found in the days after it. */
final class Trial {
  static final boolean LONG = Boolean.getBoolean("proof.long");

  /** In a short proof, one of so many seeds has all channels. */
  private static final int ALL_CHANNELS = 5;

  /** Each seed has days of its own, because the channels forget none. */
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  private static final int DAYS_APART = 10;
  private static final int MORNINGS = 5;
  private static final LocalTime MORNING = LocalTime.of(10, 30);
  private static final OperatorReason REASON = new OperatorReason("li", "the bill was wrong");

  private final int seed;
  private final Service service;
  private final List<Desk> desks;
  private final StatementUseCases statements;
  private final StatementWork work;
  private final Scene scene;
  private final boolean queriesSoon;
  private final List<String> scenarios = new ArrayList<>();
  private final List<FileScenario> files = new ArrayList<>();
  private int morning;

  Trial(Service service, int seed) {
    this.seed = seed;
    this.service = service;
    this.desks = desks(service.desks, seed);
    this.statements = service.statements(desks);
    this.work = new StatementWork(service.tables, statements);
    LocalDate day = FIRST.plusDays((long) seed * DAYS_APART);
    this.scene = new Scene(service, day, new Random(seed));
    this.queriesSoon = scene.random.nextBoolean();
    for (Desk desk : desks) {
      tell(desk, service.desks.indexOf(desk));
    }
  }

  // The signatures of the other channels take most of the time, so most days have one channel.
  private static List<Desk> desks(List<Desk> all, int seed) {
    return LONG || seed % ALL_CHANNELS == 0 ? all : List.of(all.get(seed / 2 % all.size()));
  }

  // Each scenario has its turn: a few seeds tell all of them.
  private void tell(Desk desk, int number) {
    Sale unused = scene.sold(desk, scene.someTime()); // So that each day has a bill.
    List<String> told = new ArrayList<>();
    Stream.concat(turn(CleanScenarios.ALL, 1, desk), turn(Defects.ALL, 1, desk))
        .forEach(
            scenario -> {
              told.add(scenario.name());
              scenario.plot().accept(scene, desk);
            });
    boolean second = told.contains("from the recharged balance");
    FileScenario file = FileScenario.of(desk, seed + 2 * number, second);
    file.plant(service, scene, second);
    files.add(file);
    scenarios.add(desk.channel() + ": " + told + " " + file.fault());
  }

  private Stream<Scenario> turn(List<Scenario> all, int some, Desk desk) {
    List<Scenario> possible =
        all.stream().filter(scenario -> scenario.happensAt().test(desk)).toList();
    return IntStream.range(some * seed, some * seed + some)
        .mapToObj(turn -> possible.get(turn % possible.size()));
  }

  /** Trades, and fetches the bills in the mornings after. */
  void run() {
    trade();
    fetch();
    fetchAgain();
  }

  /** Everything happens but the work on the bills of the day. */
  void trade() {
    service.forgetSales();
    scene.agenda.at(Scene.at(scene.day, MORNING), this::work);
    scene.agenda.run();
  }

  /** The mornings after the day, until its bills and two later ones are there. */
  void fetch() {
    while (morning < MORNINGS) {
      fetch(morning);
      morning++;
    }
    work.query();
  }

  /** As if no morning after the day had come yet. */
  void rewind() {
    morning = 0;
  }

  // On the first one, the files are as the scenario wants them, and then as they should be.
  private void fetch(int next) {
    files.forEach(file -> file.desk().spoilFiles(next == 0 ? file.fault() : BillFault.NONE));
    work(scene.day.plusDays(Math.max(1, next)));
  }

  private void work(LocalDate morning) {
    service.clocks.set(Scene.at(morning, MORNING), Duration.ZERO);
    work();
  }

  private void work() {
    work.match();
    if (queriesSoon) {
      work.query();
    }
  }

  /** Of one channel the day's file has changed meanwhile; of the others it is the same. */
  private void fetchAgain() {
    Desk changed = desks.get(seed % desks.size());
    List<Statement> all =
        statements.inspect().list(null, Long.MAX_VALUE, 100).stream()
            .filter(one -> one.key().day().equals(scene.day))
            .filter(one -> one.file() != null)
            .toList();
    scene.change(changed);
    for (Statement one : all) {
      assertThat(statements.operate().fetchAgain(one.id(), REASON)).isPresent();
    }
    service.sources(changed.channel()).stream()
        .limit(1)
        .forEach(
            source ->
                scene.planted.add(
                    changed,
                    DiscrepancyType.FILE_CHANGED,
                    () -> subjectOfChange(FileScenario.key(changed, source, scene.day))));
    work.match();
  }

  private String subjectOfChange(StatementKey key) {
    StatementFile file =
        statements.inspect().list(null, Long.MAX_VALUE, 100).stream()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .map(Statement::file)
            .orElseThrow();
    return key.subject() + " " + file.sha256().substring(0, 12);
  }

  Set<Found> planted() {
    return new HashSet<>(scene.planted.all());
  }

  Set<Found> found() {
    return work.found();
  }

  /** How to repeat it, and what happened. */
  @Override
  public String toString() {
    return "-Dproof.seed=%d -Dproof.long=%s on %s, %s; %s"
        .formatted(seed, LONG, scene.day, queriesSoon ? "queried soon" : "queried late", scenarios);
  }
}
