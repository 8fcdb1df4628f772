package com.yuge.payment.out.channel.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import com.wechat.pay.java.service.billdownload.model.HashType;
import com.wechat.pay.java.service.billdownload.model.QueryBillEntity;
import com.wechat.pay.java.service.billdownload.model.TarType;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementRequest;
import com.yuge.payment.domain.channel.StatementSource;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.out.channel.ChannelCallException;
import com.yuge.payment.out.channel.statement.FileDefects;
import com.yuge.payment.out.channel.statement.MerchantAccount;
import com.yuge.payment.out.channel.statement.StatementBounds;
import com.yuge.payment.out.channel.statement.StatementText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.input.TeeInputStream;

/**
 * WeChat Pay's trade bills. It signs the answer with a bill's address and the SHA-1 of its unpacked
 * text; the file itself is not signed. ALL lacks refunds of a recharged balance, which have a bill
 * of their own.
 */
final class WechatStatements implements StatementGateway {
  /** The bill of a day is written at this time of the next day. */
  private static final LocalTime READY = LocalTime.of(10, 0);

  private static final List<String> KINDS =
      List.of(BillType.ALL.name(), BillType.RECHARGE_REFUND.name());
  private static final String CREATING = "STATEMENT_CREATING";
  private static final String NONE = "NO_STATEMENT_EXIST";

  private final WechatClients clients;
  private final List<StatementSource> sources;
  private final StatementBounds bounds;

  WechatStatements(WechatClients clients, List<MerchantAccount> accounts, StatementBounds bounds) {
    this.clients = clients;
    this.sources = MerchantAccount.sources(accounts, READY, KINDS);
    this.bounds = bounds;
  }

  @Override
  public PayChannel channel() {
    return WechatChannel.NAME;
  }

  @Override
  public List<StatementSource> sources() {
    return sources;
  }

  @Override
  public StatementAnswer fetch(StatementRequest request, OutputStream file) throws IOException {
    try {
      WechatClient client = clients.ofMerchant(request.source().merchant());
      QueryBillEntity bill = client.bills().getTradeBill(asked(request));
      download(client, bill, file);
      return new StatementAnswer.Fetched();
    } catch (WechatApiException refusal) {
      return refused(refusal);
    } catch (ChannelCallException e) {
      return new StatementAnswer.Unknown(e.reason());
    }
  }

  private static GetTradeBillRequest asked(StatementRequest request) {
    GetTradeBillRequest asked = new GetTradeBillRequest();
    asked.setBillDate(request.day().toString());
    asked.setBillType(BillType.valueOf(request.source().kind()));
    asked.setTarType(TarType.GZIP);
    return asked;
  }

  private static StatementAnswer refused(WechatApiException refusal) {
    if (refusal.is(CREATING)) {
      return new StatementAnswer.NotReady();
    }
    return refusal.is(NONE)
        ? new StatementAnswer.NoStatement()
        : new StatementAnswer.Unknown(refusal.reason());
  }

  private void download(WechatClient client, QueryBillEntity bill, OutputStream file)
      throws IOException {
    if (bill.getHashType() != HashType.SHA1 || bill.getDownloadUrl() == null) {
      throw new ChannelCallException(Cause.ERROR, "no address of a bill with its SHA-1");
    }
    try (InputStream packed = client.http().download(bill.getDownloadUrl())) {
      String sha1 = FileDefects.named(() -> copy(packed, file));
      if (!sha1.equalsIgnoreCase(bill.getHashValue())) {
        throw new ChannelCallException(Cause.ERROR, "a file with another hash");
      }
    } catch (UnreadableStatement e) {
      throw new ChannelCallException(Cause.ERROR, "a file that is not whole: " + e.getMessage());
    }
  }

  /** Copies the packed file and returns the SHA-1 of its text. */
  private String copy(InputStream packed, OutputStream file) throws IOException {
    InputStream copied = new TeeInputStream(packed, file);
    String sha1 = DigestUtils.sha1Hex(bounds.bounded(new GZIPInputStream(copied)));
    copied.transferTo(OutputStream.nullOutputStream());
    return sha1;
  }

  @Override
  public StatementTotals read(InputStream file, Consumer<StatementLine> lines)
      throws UnreadableStatement, IOException {
    return FileDefects.named(
        () -> {
          StatementText text = new StatementText(new GZIPInputStream(file), UTF_8, bounds);
          return new WechatStatementReader(text, lines).read();
        });
  }
}
