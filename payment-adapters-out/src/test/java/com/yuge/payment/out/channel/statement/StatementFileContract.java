package com.yuge.payment.out.channel.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A channel's reader against files that are not as they should be. */
@Timeout(60)
public abstract class StatementFileContract {
  private static final int MOST_LINES = 100_000;

  protected abstract StatementGateway gateway(StatementBounds bounds);

  protected abstract Charset charset();

  /** A text in the channel's packing. */
  protected abstract byte[] packed(byte[] text) throws IOException;

  protected abstract List<String> columns();

  /** The cells of a payment of 1.00 with a fee of 0.01, by the names of their columns. */
  protected abstract Map<String, String> payment();

  /** Everything up to the first line. */
  protected abstract String head(List<String> columns);

  protected abstract String line(List<String> columns, Map<String, String> cells);

  /** Everything after the last line, for so many payments. */
  protected abstract String end(int payments);

  /** A column that must be there, with an amount. */
  protected abstract String amount();

  /** A column that must be there, with the time. */
  protected abstract String time();

  /** A column that need not be there. */
  protected abstract String unneeded();

  /** What is found in a text of another character set. */
  protected abstract Charset otherCharset();

  private String text(List<String> columns, Map<String, String> cells) {
    return head(columns) + line(columns, cells) + line(columns, cells) + end(2);
  }

  private String text() {
    return text(columns(), payment());
  }

  private List<StatementLine> read(String text) throws Exception {
    List<StatementLine> lines = new ArrayList<>();
    StatementTotals totals = read(packed(text.getBytes(charset())), lines);
    assertThat(totals.lines()).isEqualTo(lines.size());
    return lines;
  }

  private StatementTotals read(byte[] file, List<StatementLine> lines) throws Exception {
    return gateway(StatementBounds.USUAL).read(new ByteArrayInputStream(file), lines::add);
  }

  private Reason unreadable(String text) throws IOException {
    return unreadableFile(packed(text.getBytes(charset())));
  }

  protected final Reason unreadableFile(byte[] file) {
    return catchThrowableOfType(UnreadableStatement.class, () -> read(file, new ArrayList<>()))
        .reason();
  }

  private Reason unreadable(InputStream file, StatementBounds bounds) {
    return catchThrowableOfType(
            UnreadableStatement.class, () -> gateway(bounds).read(file, line -> {}))
        .reason();
  }

  private Reason unreadableWith(String column, String cell) throws IOException {
    Map<String, String> cells = new HashMap<>(payment());
    cells.put(column, cell);
    return unreadable(text(columns(), cells));
  }

  @Test
  void columnsAreFoundByTheirNames() throws Exception {
    List<StatementLine> lines = read(text());
    List<String> moved = new ArrayList<>(columns());
    Collections.reverse(moved);
    List<String> more = new ArrayList<>(columns());
    more.add(1, "something new");
    List<String> fewer = new ArrayList<>(columns());
    fewer.remove(unneeded());
    List<String> doubled = new ArrayList<>(columns());
    doubled.add(unneeded());

    assertThat(lines).hasSize(2);
    assertThat(read(text(moved, payment()))).isEqualTo(lines);
    assertThat(read(text(more, payment()))).isEqualTo(lines);
    assertThat(read(text(fewer, payment()))).isEqualTo(lines);
    assertThat(read(text(doubled, payment()))).isEqualTo(lines);
  }

  @Test
  void aNeededColumnIsThereOnce() throws IOException {
    List<String> fewer = new ArrayList<>(columns());
    fewer.remove(amount());
    List<String> doubled = new ArrayList<>(columns());
    doubled.add(amount());

    assertThat(unreadable(text(fewer, payment()))).isEqualTo(Reason.COLUMNS);
    assertThat(unreadable(text(doubled, payment()))).isEqualTo(Reason.COLUMNS);
  }

  @Test
  void cellsKeepToTheirGrammar() throws IOException {
    for (String amount : List.of("", "1.001", "1e3", "NaN", "1,00", "٣", "9".repeat(400))) {
      assertThat(unreadableWith(amount(), amount)).isEqualTo(Reason.LINE);
    }
    for (String time : List.of("", "2026-02-30 12:00:00", "2026-11-22", "now")) {
      assertThat(unreadableWith(time(), time)).isEqualTo(Reason.LINE);
    }
    assertThat(unreadableWith(unneeded(), "x".repeat(20_000))).isEqualTo(Reason.LINE);
  }

  @Test
  void aLineHasAsManyCellsAsTheHeader() throws IOException {
    List<String> fewer = columns().subList(0, columns().size() - 1);

    String text = head(columns()) + line(fewer, payment()) + end(1);

    assertThat(unreadable(text)).isEqualTo(Reason.LINE);
  }

  @Test
  void nothingFollowsTheTotals() throws Exception {
    assertThat(read(text() + "\r\n\r\n")).hasSize(2);
    assertThat(unreadable(text() + line(columns(), payment()))).isEqualTo(Reason.LINE);
    assertThat(unreadable(text() + text())).isEqualTo(Reason.LINE);
  }

  @Test
  void theTotalsAreThoseOfTheLines() throws IOException {
    String oneMore = head(columns()) + line(columns(), payment()) + end(2);

    assertThat(unreadable(oneMore)).isEqualTo(Reason.TOTALS);
    assertThat(unreadable(head(columns()) + line(columns(), payment())))
        .isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void aByteThatIsNoTextIsRefused() throws IOException {
    byte[] text = text().getBytes(charset());
    text[text.length / 2] = (byte) 0xFF;

    assertThat(unreadableFile(packed(text))).isEqualTo(Reason.ENCODING);
  }

  @Test
  void anotherCharacterSetIsNotReadAsIfItWereRight() throws IOException {
    byte[] text = text().getBytes(otherCharset());

    assertThat(unreadableFile(packed(text)))
        .isIn(Reason.ENCODING, Reason.COLUMNS, Reason.TRUNCATED);
  }

  @Test
  void aLineWithoutEndIsNotKept() throws IOException {
    String endless = head(columns()) + "x".repeat(10_000_000);

    assertThat(unreadable(endless)).isEqualTo(Reason.LINE);
  }

  @Test
  void bytesAreBounded() throws IOException {
    byte[] file = packed(many(10_000));

    assertThat(unreadable(new ByteArrayInputStream(file), new StatementBounds(100_000, 1_000_000)))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void linesAreBoundedAndNoneIsKept() throws IOException {
    AtomicInteger told = new AtomicInteger();
    byte[] file = packed(many(2 * MOST_LINES));
    StatementBounds bounds = new StatementBounds(1L << 31, MOST_LINES);

    UnreadableStatement refused =
        catchThrowableOfType(
            UnreadableStatement.class,
            () ->
                gateway(bounds)
                    .read(new ByteArrayInputStream(file), line -> told.incrementAndGet()));

    assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(told.get()).isBetween(MOST_LINES - 10, MOST_LINES);
  }

  private byte[] many(int payments) {
    return (head(columns()) + line(columns(), payment()).repeat(payments) + end(payments))
        .getBytes(charset());
  }
}
