package com.yuge.payment.out.channel.statement;

import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The columns of a statement by their names, never by their positions: channels add columns and
 * move them.
 */
public final class Columns {
  /** WeChat Pay writes fees with five decimals. */
  private static final Pattern FEE = Pattern.compile("-?[0-9]{1,10}(\\.[0-9]{1,5})?");

  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,14}(\\.[0-9]{1,2})?");
  private static final Pattern NUMBER = Pattern.compile("\\P{Cntrl}{0,64}");

  private final Map<String, Integer> positions = new HashMap<>();
  private final int count;

  /**
   * Reads a header.
   *
   * @param needed the names that must be there, once each
   */
  public Columns(List<String> names, List<String> needed) throws UnreadableStatement {
    this.count = names.size();
    for (int i = 0; i < count; i++) {
      if (positions.put(names.get(i), i) != null && needed.contains(names.get(i))) {
        throw new UnreadableStatement(Reason.COLUMNS, names.get(i) + " is there twice");
      }
    }
    for (String name : needed) {
      if (!has(name)) {
        throw new UnreadableStatement(Reason.COLUMNS, name + " is missing");
      }
    }
  }

  public boolean has(String name) {
    return positions.containsKey(name);
  }

  /** The cells of a line. */
  public Cells line(int number, List<String> cells) throws UnreadableStatement {
    if (cells.size() != count) {
      throw new UnreadableStatement(
          Reason.LINE, "line %d has %d cells, not %d".formatted(number, cells.size(), count));
    }
    return new Cells(number, cells);
  }

  /** A line, whose cells are read by the names of their columns. */
  public final class Cells {
    private final int number;
    private final List<String> cells;

    private Cells(int number, List<String> cells) {
      this.number = number;
      this.cells = cells;
    }

    /** The text in a column that is there. */
    public String text(String name) {
      return cells.get(positions.getOrDefault(name, -1));
    }

    /** A merchant's number of an order or a refund; it may be missing if another system made it. */
    public String number(String name) throws UnreadableStatement {
      return matching(NUMBER, name);
    }

    /** The channel's number of a trade or a refund. */
    public String channelNumber(String name) throws UnreadableStatement {
      if (text(name).isEmpty()) {
        throw wrong(name);
      }
      return number(name);
    }

    /** An amount with two decimals; it may be below zero. */
    public BigDecimal amount(String name) throws UnreadableStatement {
      return new BigDecimal(matching(AMOUNT, name)).setScale(Money.DECIMALS);
    }

    /** The same, but not below zero. */
    public BigDecimal amountFromZero(String name) throws UnreadableStatement {
      BigDecimal amount = amount(name);
      if (amount.signum() < 0) {
        throw wrong(name);
      }
      return amount;
    }

    /** An amount with up to five decimals; it may be below zero. */
    public BigDecimal fee(String name) throws UnreadableStatement {
      return new BigDecimal(matching(FEE, name));
    }

    private String matching(Pattern pattern, String name) throws UnreadableStatement {
      String text = text(name);
      if (!pattern.matcher(text).matches()) {
        throw wrong(name);
      }
      return text;
    }

    public UnreadableStatement wrong(String name) {
      return new UnreadableStatement(Reason.LINE, "line " + number + ": " + name);
    }
  }
}
