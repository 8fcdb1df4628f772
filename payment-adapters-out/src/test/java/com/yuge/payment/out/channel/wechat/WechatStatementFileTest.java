package com.yuge.payment.out.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.statement.StatementBounds;
import com.yuge.payment.out.channel.statement.StatementFileContract;
import io.micrometer.observation.ObservationRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WechatStatementFileTest extends StatementFileContract {
  private static final List<String> COLUMNS =
      List.of(
          "交易时间", "微信订单号", "商户订单号", "交易状态", "货币种类", "微信退款单号", "商户退款单号", "商品名称", "手续费", "订单金额",
          "申请退款金额");
  private static final Map<String, String> PAYMENT =
      Map.of(
          "交易时间", "2026-11-22 12:00:00",
          "微信订单号", "4200",
          "商户订单号", "PAY1",
          "交易状态", "SUCCESS",
          "货币种类", "CNY",
          "商品名称", "tea, black",
          "手续费", "0.01000",
          "订单金额", "1.00",
          "申请退款金额", "0.00");

  @Override
  protected StatementGateway gateway(StatementBounds bounds) {
    CallLimits limits =
        new CallLimits(FakeWechatDesk.LONG, FakeWechatDesk.LONG, FakeWechatDesk.LONG);
    WechatClients clients =
        new WechatClients(
            WechatBench.accounts(),
            new ChannelHttp(limits, ObservationRegistry.NOOP),
            FakeWechatDesk.NOWHERE,
            Clock.systemUTC());
    return new WechatStatements(clients, List.of(), bounds);
  }

  @Override
  protected Charset charset() {
    return StandardCharsets.UTF_8;
  }

  @Override
  protected Charset otherCharset() {
    return Charset.forName("GBK");
  }

  @Override
  protected byte[] packed(byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text);
    }
    return bytes.toByteArray();
  }

  @Override
  protected List<String> columns() {
    return COLUMNS;
  }

  @Override
  protected Map<String, String> payment() {
    return PAYMENT;
  }

  @Override
  protected String head(List<String> columns) {
    return "\uFEFF" + String.join(",", columns) + "\r\n";
  }

  @Override
  protected String line(List<String> columns, Map<String, String> cells) {
    return columns.stream()
        .map(column -> "`" + cells.getOrDefault(column, ""))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  @Override
  protected String end(int payments) {
    return end(payments, payments + ".00", "0.00", payments);
  }

  private static String end(int lines, String paid, String refunded, int cents) {
    return "总交易单数,订单总金额,申请退款总金额,手续费总金额\r\n`%d,`%s,`%s,`%d.%02d\r\n"
        .formatted(lines, paid, refunded, cents / 100, cents % 100);
  }

  @Override
  protected String amount() {
    return "订单金额";
  }

  @Override
  protected String time() {
    return "交易时间";
  }

  @Override
  protected String unneeded() {
    return "商品名称";
  }

  @Test
  void whatIsNoArchiveIsRefused() throws IOException {
    byte[] text = (head(COLUMNS) + end(0)).getBytes(charset());
    byte[] broken = packed(text);
    broken[broken.length / 2] ^= 0x55;

    assertThat(unreadableFile(text)).isEqualTo(Reason.ARCHIVE);
    assertThat(unreadableFile(broken)).isNotNull();
    assertThat(unreadableFile(new byte[0])).isEqualTo(Reason.TRUNCATED);
  }

  /** It may stand among the payments or the refunds. */
  @Test
  void aRevokedPaymentIsNoRefund() throws Exception {
    Map<String, String> revoked = new HashMap<>(PAYMENT);
    revoked.put("交易状态", "REVOKED");
    assertThat(only(revoked, end(1, "1.00", "0.00", 1)).amount()).isEqualTo("1.00");
    revoked.put("订单金额", "0.00");
    revoked.put("申请退款金额", "1.00");

    StatementLine line = only(revoked, end(1, "0.00", "1.00", 1));

    assertThat(line.revoked()).isTrue();
    assertThat(line.isRefund()).isFalse();
    assertThat(line.amount()).isEqualTo("1.00");
  }

  private StatementLine only(Map<String, String> cells, String end) throws Exception {
    return read(COLUMNS, cells, end).get(0);
  }

  private List<StatementLine> read(List<String> columns, Map<String, String> cells, String end)
      throws Exception {
    List<StatementLine> lines = new ArrayList<>();
    byte[] file = packed((head(columns) + line(columns, cells) + end).getBytes(charset()));
    var unused = gateway(StatementBounds.USUAL).read(new ByteArrayInputStream(file), lines::add);
    return lines;
  }

  @Test
  void aRefundIsDatedByItsAcceptance() throws Exception {
    Map<String, String> refund = new HashMap<>(PAYMENT);
    refund.putAll(
        Map.of(
            "交易状态", "REFUND",
            "微信退款单号", "5030",
            "商户退款单号", "REF1",
            "手续费", "-0.01000",
            "订单金额", "0.00",
            "申请退款金额", "1.00",
            "退款申请时间", "2026-11-23 00:00:01"));
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.add("退款申请时间");

    StatementLine line =
        read(columns, refund, end(1, "0.00", "1.00", 1).replace("`0.01", "`-0.01")).get(0);

    assertThat(line.at()).isEqualTo(Instant.parse("2026-11-22T16:00:01Z"));
    assertThat(line.outRefundNo()).isEqualTo("REF1");
    assertThat(line.channelRefundNo()).isEqualTo("5030");
    assertThat(line.fee()).isEqualByComparingTo("-0.01");
  }
}
