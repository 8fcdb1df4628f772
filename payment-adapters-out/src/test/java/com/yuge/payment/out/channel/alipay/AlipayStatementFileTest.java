package com.yuge.payment.out.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.statement.StatementBounds;
import com.yuge.payment.out.channel.statement.StatementFileContract;
import io.micrometer.observation.ObservationRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class AlipayStatementFileTest extends StatementFileContract {
  private static final Charset GBK = Charset.forName("GBK");
  private static final String DETAILS = "20885_20261122_业务明细.csv";
  private static final List<String> COLUMNS =
      List.of(
          "支付宝交易号",
          "商户订单号",
          "业务类型",
          "商品名称",
          "完成时间",
          "订单金额（元）",
          "商家实收（元）",
          "退款批次号/请求号",
          "服务费（元）",
          "备注");

  @Override
  protected StatementGateway gateway(StatementBounds bounds) {
    CallLimits limits = new CallLimits(AlipayDesk.LONG, AlipayDesk.LONG, AlipayDesk.LONG);
    AlipayCalls calls =
        new AlipayCalls(
            new ChannelHttp(limits, ObservationRegistry.NOOP),
            new AlipayRequests(AlipayDesk.NOWHERE, Clock.systemUTC()));
    return new AlipayStatements(
        new AlipayAccounts(List.of(AlipayDesk.ACCOUNT)), calls, List.of(), bounds);
  }

  @Override
  protected Charset charset() {
    return GBK;
  }

  @Override
  protected Charset otherCharset() {
    return StandardCharsets.UTF_8;
  }

  @Override
  protected byte[] packed(byte[] text) throws IOException {
    return zip(GBK, Map.entry(DETAILS, text));
  }

  @SafeVarargs
  private static byte[] zip(Charset names, Map.Entry<String, byte[]>... files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (Map.Entry<String, byte[]> file : files) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  @Override
  protected List<String> columns() {
    return COLUMNS;
  }

  @Override
  protected Map<String, String> payment() {
    return Map.of(
        "支付宝交易号", "2026\t",
        "商户订单号", "PAY1\t",
        "业务类型", "交易\t",
        "商品名称", "tea",
        "完成时间", "2026-11-22 12:00:00",
        "订单金额（元）", "1.00",
        "商家实收（元）", "1.00",
        "退款批次号/请求号", "\t",
        "服务费（元）", "-0.01");
  }

  @Override
  protected String head(List<String> columns) {
    return "#支付宝业务明细查询\r\n#账号：[20885]\r\n" + String.join(",", columns) + "\r\n";
  }

  @Override
  protected String line(List<String> columns, Map<String, String> cells) {
    return columns.stream()
        .map(column -> cells.getOrDefault(column, ""))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  @Override
  protected String end(int payments) {
    return "#----业务明细列表结束----\r\n#交易合计：%d笔，商家实收共%d.00元，商家优惠共0.00元\r\n".formatted(payments, payments)
        + "#退款合计：0笔，商家实收退款共0.00元，商家优惠退款共0.00元\r\n#导出时间：[2026年11月23日]\r\n";
  }

  @Override
  protected String amount() {
    return "订单金额（元）";
  }

  @Override
  protected String time() {
    return "完成时间";
  }

  @Override
  protected String unneeded() {
    return "商品名称";
  }

  private byte[] good() {
    return (head(COLUMNS) + line(COLUMNS, payment()) + end(1)).getBytes(GBK);
  }

  private int lines(byte[] file) throws Exception {
    return gateway(StatementBounds.USUAL).read(new ByteArrayInputStream(file), line -> {}).lines();
  }

  @Test
  void whatIsNoArchiveIsRefused() throws IOException {
    assertThat(unreadableFile(good())).isEqualTo(Reason.ARCHIVE);
    assertThat(unreadableFile(new byte[0])).isEqualTo(Reason.ARCHIVE);
    assertThat(unreadableFile(zip(GBK, Map.entry("x_业务明细(汇总).csv", good()))))
        .isEqualTo(Reason.ARCHIVE);
  }

  @Test
  void onlyTheDetailsAreReadAndThereIsOneFileOfThem() throws Exception {
    byte[] junk = "junk".getBytes(GBK);

    assertThat(lines(zip(GBK, Map.entry("a", junk), Map.entry(DETAILS, good())))).isOne();
    assertThat(lines(zip(GBK, Map.entry(DETAILS, good()), Map.entry("z", junk)))).isOne();
    assertThat(
            unreadableFile(zip(GBK, Map.entry(DETAILS, good()), Map.entry("2" + DETAILS, good()))))
        .isEqualTo(Reason.ARCHIVE);
  }

  @Test
  void theFeeIsOfWhatTheMerchantReceives() throws Exception {
    Map<String, String> payment = new HashMap<>(payment());
    payment.put("订单金额（元）", "3.00");
    byte[] file = packed((head(COLUMNS) + line(COLUMNS, payment) + end(1)).getBytes(GBK));
    List<StatementLine> lines = new ArrayList<>();

    var unused = gateway(StatementBounds.USUAL).read(new ByteArrayInputStream(file), lines::add);

    assertThat(lines).singleElement().returns(new BigDecimal("3.00"), StatementLine::amount);
    assertThat(lines).singleElement().returns(new BigDecimal("1.00"), StatementLine::feeBase);
  }

  @Test
  void aPaymentOfWhichTheMerchantReceivesLessThanNothingIsRefused() throws IOException {
    Map<String, String> payment = new HashMap<>(payment());
    payment.put("商家实收（元）", "-1.00");
    String text = head(COLUMNS) + line(COLUMNS, payment) + end(1);

    assertThat(unreadableFile(packed(text.getBytes(GBK)))).isEqualTo(Reason.LINE);
  }

  /** A name is compared and never used as a path. */
  @Test
  void aNameThatClimbsIsOnlyAName() throws Exception {
    assertThat(lines(zip(GBK, Map.entry("../../../tmp/x_业务明细.csv", good())))).isOne();
  }

  @Test
  void namesMayBeInUtf8() throws Exception {
    assertThat(lines(zip(StandardCharsets.UTF_8, Map.entry(DETAILS, good())))).isOne();
  }

  @Test
  void filesAreCounted() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, GBK)) {
      for (int i = 0; i < 100_000; i++) {
        zip.putNextEntry(new ZipEntry(Integer.toString(i)));
      }
    }

    assertThat(unreadableFile(bytes.toByteArray())).isEqualTo(Reason.ARCHIVE);
  }

  /** The files that are not read are unpacked all the same. */
  @Test
  void theBoundIsOneOfAllFiles() throws IOException {
    byte[] bomb = new byte[1_000_000];
    StatementBounds bounds = new StatementBounds(100_000, 1_000);

    for (byte[] file :
        List.of(
            zip(GBK, Map.entry("a", bomb), Map.entry(DETAILS, good())),
            zip(GBK, Map.entry(DETAILS, good()), Map.entry("z", bomb)))) {
      assertThat(
              catchThrowableOfType(
                      UnreadableStatement.class,
                      () -> gateway(bounds).read(new ByteArrayInputStream(file), line -> {}))
                  .reason())
          .isEqualTo(Reason.TOO_LARGE);
    }
  }

  @Test
  void aQuoteWithoutItsEndIsRefused() throws IOException {
    String text = head(COLUMNS) + "\"" + line(COLUMNS, payment()) + end(1);

    assertThat(unreadableFile(packed(text.getBytes(GBK)))).isEqualTo(Reason.LINE);
  }
}
