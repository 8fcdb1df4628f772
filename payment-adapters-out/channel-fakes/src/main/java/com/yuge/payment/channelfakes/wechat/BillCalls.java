package com.yuge.payment.channelfakes.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.BillLinks;
import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.Content;
import com.yuge.payment.channelfakes.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Answers the calls about trade bills, as the pages "申请交易账单" and "下载账单" describe them: the first
 * returns the hash of the unzipped file and an address, the second is signed by the merchant too,
 * but its file is not signed by WeChat Pay.
 */
final class BillCalls {
  private static final String PATH = "/v3/billdownload/file?token=";
  private static final String ZIPPED = "&tartype=gzip";
  private static final String TEXT_TYPE = "text/plain;charset=utf-8";
  private static final String ZIP_TYPE = "application/x-gzip";

  private final BillService service;
  private final URI url;
  private final Clock clock;
  private final BillLinks links = new BillLinks();

  BillCalls(BillService service, URI url, Clock clock) {
    this.service = service;
    this.url = url;
    this.clock = clock;
  }

  /** Returns whether this answer is a file, which is not signed. */
  static boolean isFile(Answer answer) {
    String type = answer.headers().getOrDefault("Content-Type", "");
    return type.equals(TEXT_TYPE) || type.equals(ZIP_TYPE);
  }

  static Answer file(String text) {
    return Answer.file(TEXT_TYPE, Content.of(text));
  }

  Answer apply(Request request) {
    Instant now = clock.instant();
    BillRequest wanted = BillRequest.read(request);
    wanted.requireWritten(now);
    BillFault fault = service.fault();
    requireThere(fault);
    String bill = service.write(wanted.day(), wanted.type()).orElseThrow(ApiError::noStatement);
    String sent = fault.file(bill);
    String token = links.add(wanted.zipped() ? zipped(sent) : Content.of(sent), now, fault);
    return Answer.json(
        Map.of(
            "hash_type",
            "SHA1",
            "hash_value",
            sha1(fault == BillFault.WRONG_HASH ? bill + " " : bill),
            "download_url",
            url + PATH + token + (wanted.zipped() ? ZIPPED : "")));
  }

  private static void requireThere(BillFault fault) {
    if (fault == BillFault.LATE) {
      throw ApiError.statementCreating();
    }
    if (fault == BillFault.MISSING) {
      throw ApiError.noStatement();
    }
  }

  /** An old address gets INVALID_REQUEST; WeChat Pay does not document its answer. */
  Answer download(Request request) {
    String type = request.parameter("tartype").isEmpty() ? TEXT_TYPE : ZIP_TYPE;
    return links
        .find(request.parameter("token"), clock.instant())
        .map(file -> Answer.file(type, file))
        .orElseThrow(() -> ApiError.request("下载地址已失效"));
  }

  private static Content zipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Content.of(bytes.toByteArray());
  }

  private static String sha1(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
