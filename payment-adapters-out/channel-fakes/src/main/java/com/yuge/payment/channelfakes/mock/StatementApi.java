package com.yuge.payment.channelfakes.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.BillLinks;
import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.BadRequest;
import com.yuge.payment.channelfakes.http.Content;
import com.yuge.payment.channelfakes.http.Endpoint;
import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The channel's calls about statements: the first returns a token and the SHA-256 of the file,
 * signed with the caller's nonce; the second serves the file for a short time.
 */
final class StatementApi implements Endpoint {
  /** The statement of a day is written at this time of the next one. */
  private static final LocalTime WRITTEN = LocalTime.of(1, 0);

  private static final String DOMAIN = "statement-answer-v1";
  private static final List<String> FIELDS = List.of("day", "nonce", "result", "token", "sha256");

  private final StatementService service;
  private final Supplier<Signing> signing;
  private final Clock clock;
  private final BillLinks links = new BillLinks();

  StatementApi(StatementService service, Supplier<Signing> signing, Clock clock) {
    this.service = service;
    this.signing = signing;
    this.clock = clock;
  }

  static Call call(Request request) {
    return switch (request.method() + " " + request.path().size()) {
      case "GET 2" -> Call.STATEMENT;
      case "GET 4" -> Call.STATEMENT_FILE;
      default -> throw new BadRequest(404, "no such call: " + request.shape());
    };
  }

  @Override
  public Answer handle(Request request) {
    return call(request) == Call.STATEMENT
        ? statement(day(request), RefundApi.nonce(request))
        : file(request.path().get(3));
  }

  private static BillDay day(Request request) {
    return BillDay.parse(request.path().get(1))
        .orElseThrow(() -> new BadRequest(400, "a day such as 2026-11-28"));
  }

  private Answer statement(BillDay day, String nonce) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("day", day.date().toString());
    fields.put("nonce", nonce);
    fields.putAll(result(day, clock.instant()));
    Signing by = signing.get();
    String signature = Signatures.hmac(DOMAIN, fields, FIELDS, by);
    if (by.keyId() != null) {
      fields.put("keyId", by.keyId());
    }
    fields.put("signature", signature);
    return Answer.json(fields);
  }

  private Map<String, String> result(BillDay day, Instant now) {
    BillFault fault = service.fault();
    if (fault == BillFault.LATE || now.isBefore(day.next().at(WRITTEN))) {
      return Map.of("result", "NOT_READY");
    }
    Optional<String> text =
        fault == BillFault.MISSING ? Optional.<String>empty() : service.write(day);
    return text.map(written -> ready(written, fault, now))
        .orElseGet(() -> Map.of("result", "NO_STATEMENT"));
  }

  private Map<String, String> ready(String text, BillFault fault, Instant now) {
    String token = links.add(Content.of(fault.file(text)), now, fault);
    return Map.of(
        "result",
        "READY",
        "token",
        token,
        "sha256",
        sha256(fault == BillFault.WRONG_HASH ? text + " " : text));
  }

  private Answer file(String token) {
    return links
        .find(token, clock.instant())
        .map(StatementApi::file)
        .orElseThrow(() -> new BadRequest(404, "the address is no longer good"));
  }

  static Answer file(Content file) {
    return Answer.file("text/csv;charset=utf-8", file);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
