package com.yuge.payment.out.channel.alipay;

import com.alipay.api.domain.AlipayDataDataserviceBillDownloadurlQueryModel;
import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementRequest;
import com.yuge.payment.domain.channel.StatementSource;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.out.channel.ChannelCallException;
import com.yuge.payment.out.channel.statement.FileDefects;
import com.yuge.payment.out.channel.statement.MerchantAccount;
import com.yuge.payment.out.channel.statement.StatementBounds;
import com.yuge.payment.out.channel.statement.StatementText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;

/**
 * Alipay's trade bills: a signed answer names an address, which serves a ZIP file to anybody for 30
 * seconds. There is no hash, so only the totals show whether the file is whole.
 */
final class AlipayStatements implements StatementGateway {
  /** The bill of a day is ready at this time of the next day. */
  private static final LocalTime READY = LocalTime.of(9, 0);

  private static final Charset GBK = Charset.forName("GBK");
  private static final String KIND = "trade";
  private static final String NONE = "isp.bill_not_exist";

  private final AlipayAccounts accounts;
  private final AlipayCalls calls;
  private final List<StatementSource> sources;
  private final StatementBounds bounds;

  AlipayStatements(
      AlipayAccounts accounts,
      AlipayCalls calls,
      List<MerchantAccount> merchants,
      StatementBounds bounds) {
    this.accounts = accounts;
    this.calls = calls;
    this.sources = MerchantAccount.sources(merchants, READY, List.of(KIND));
    this.bounds = bounds;
  }

  @Override
  public PayChannel channel() {
    return AlipayChannel.NAME;
  }

  @Override
  public List<StatementSource> sources() {
    return sources;
  }

  @Override
  public StatementAnswer fetch(StatementRequest request, OutputStream file) throws IOException {
    try {
      AlipayAnswer answer =
          calls.ask(accounts.ofSeller(request.source().merchant()), asked(request));
      if (answer.refusal().equals(NONE)) {
        return new StatementAnswer.NoStatement();
      }
      if (!answer.isDone()) {
        return new StatementAnswer.Unknown(answer.unknown());
      }
      try (InputStream bill = calls.http().download(address(answer).download())) {
        bill.transferTo(file);
      }
      return new StatementAnswer.Fetched();
    } catch (ChannelCallException e) {
      return new StatementAnswer.Unknown(e.reason());
    }
  }

  private BillAddress address(AlipayAnswer answer) {
    return BillAddress.read(answer.text("bill_download_url"), calls.requests().gateway());
  }

  private static AlipayDataDataserviceBillDownloadurlQueryRequest asked(StatementRequest request) {
    AlipayDataDataserviceBillDownloadurlQueryModel model =
        new AlipayDataDataserviceBillDownloadurlQueryModel();
    model.setBillType(request.source().kind());
    model.setBillDate(request.day().toString());
    AlipayDataDataserviceBillDownloadurlQueryRequest asked =
        new AlipayDataDataserviceBillDownloadurlQueryRequest();
    asked.setBizModel(model);
    return asked;
  }

  @Override
  public StatementTotals read(InputStream file, Consumer<StatementLine> lines)
      throws UnreadableStatement, IOException {
    return FileDefects.named(
        () -> {
          BillArchive archive = new BillArchive(file, GBK, bounds);
          return archive.readDetails(
              () -> {
                StatementText text = new StatementText(archive.details(), GBK, bounds);
                return new AlipayStatementReader(text, lines).read();
              });
        });
  }
}
