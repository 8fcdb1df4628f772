package com.yuge.payment.out.channel.statement;

import com.yuge.payment.domain.channel.UnreadableStatement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** The moments in the bills of WeChat Pay and Alipay: Beijing's time, to the second. */
public final class BeijingTime {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private BeijingTime() {}

  public static Instant read(Columns.Cells cells, String name) throws UnreadableStatement {
    try {
      return LocalDateTime.parse(cells.text(name), SECONDS).toInstant(BEIJING);
    } catch (DateTimeException e) {
      throw cells.wrong(name);
    }
  }
}
