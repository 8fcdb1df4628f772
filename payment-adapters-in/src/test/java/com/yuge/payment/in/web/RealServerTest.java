package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a real container shows: chunks, forms, and its own errors. */
class RealServerTest extends RealServer {
  @Test
  void aPayOrderIsCreatedFromChunks() throws Exception {
    HttpResponse<String> response = post("/payments", chunked(Json.order("ORD-1", "99.90")));

    is(response, 200, "00000");
    assertThat(response.body()).contains("\"amount\":99.90", "\"statusDesc\":\"初始化\"");
  }

  @Test
  void aBodyOverTheLimitIsRefusedWithAndWithoutItsLength() throws Exception {
    for (String path : new String[] {"/payments", "/payments/mock-callback"}) {
      is(post(path, BodyPublishers.ofString(TOO_LONG)), 413, "A0413");
      is(post(path, chunked(TOO_LONG)), 413, "A0413");
    }
  }

  @Test
  void aBodyThatNobodyHasToSendIsReadWhereItIsSent() throws Exception {
    is(post(PAY_ORDER + "/pay", BodyPublishers.ofString(TOO_LONG)), 413, "A0413");
    is(post(PAY_ORDER + "/pay", BodyPublishers.ofString("no JSON")), 400, "A0400");
    is(post(PAY_ORDER + "/pay", BodyPublishers.ofString("{}")), 404, "A0404");
    is(post(PAY_ORDER + "/pay", BodyPublishers.noBody()), 404, "A0404");
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/form-data; boundary=x, POST, /payments, 415, A0415",
    "multipart/form-data; boundary=x, POST, /payments/mock-callback, 415, A0415",
    "multipart/form-data; boundary=x, POST, /payments?a=1, 415, A0415",
    "multipart/form-data, POST, /payments, 415, A0415",
    "application/json; charset=GBK, POST, /payments, 415, A0415",
    "application/json; charset=utf-16, POST, /payments/mock-callback, 415, A0415",
    "application/json; charset=nonsense, POST, /payments, 415, A0415",
    "application/x-www-form-urlencoded, POST, /payments, 415, A0415",
    "application/x-www-form-urlencoded, POST, /payments/mock-callback, 415, A0415",
    "application/x-www-form-urlencoded, PUT, /payments, 405, A0405",
    "application/x-www-form-urlencoded, PATCH, /payments/order/ORD-1, 405, A0405",
    "application/x-www-form-urlencoded, GET, /payments/order/ORD-1, 404, A0404"
  })
  void formsAreNeitherReadNorTaken(String type, String method, String path, int status, String code)
      throws Exception {
    String part = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n";

    is(send(method, path, type, BodyPublishers.ofString(part)), status, code);
    is(send(method, path, type, BodyPublishers.ofString("a=%zz")), status, code);
    is(send(method, path, type, chunked("a=1&".repeat(1001))), status, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json; charset=UTF-8", "application/json;charset=\"utf-8\""})
  void utf8MayBeNamed(String type) throws Exception {
    is(send("POST", "/payments", type, BodyPublishers.ofString("no JSON")), 400, "A0400");
  }

  /** The head is answered at once, whatever the caller would send or waits for. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\r\nExpect: 100-continue"})
  void aBodyThatSaysThatItIsTooLongIsNotWaitedFor(String expect) throws Exception {
    for (String path : new String[] {"/payments", "/payments/mock-callback"}) {
      try (RawCaller caller = caller()) {
        String answer = caller.say(tooLong(path, expect)).hear("\"data\":null}", 1);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("{\"code\":\"A0413\"");
      }
    }
  }

  private static String tooLong(String path, String expect) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 65537"
        + expect
        + "\r\n\r\n";
  }

  @Test
  void whoAsksWhetherToSendAShortBodyIsToldTo() throws Exception {
    String head =
        "POST /payments HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 2"
            + "\r\nExpect: 100-continue";

    assertThat(sendRaw(head, "{}")).startsWith("HTTP/1.1 100").contains("HTTP/1.1 400");
  }

  @Test
  void soManyLanguagesAreNoFailure() throws Exception {
    is(send(to("/nowhere").header("Accept-Language", "en,".repeat(500) + "en")), 404, "A0404");
  }

  @Test
  void aFormOverTheLimitIsTooLargeOrNotJsonAndNeverABug() throws Exception {
    String form = "a=" + "b".repeat(TOO_LONG.length());
    String type = "application/x-www-form-urlencoded";

    is(send("POST", "/payments", type, chunked(form)), 415, "A0415");
    is(send("PUT", "/payments", type, chunked(form)), 405, "A0405");
    is(send("POST", "/payments/mock-callback", type, chunked(form)), 413, "A0413");
  }

  @Test
  void unknownPathsAreNotFound() throws Exception {
    is(send(to("/nowhere")), 404, "A0404");
    is(send(to("/error")), 404, "A0404");
    is(send(to("/payments/mock-callback")), 405, "A0405");
    is(send(to("/payments/generate-signature")), 404, "A0404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/payments/generate-signature", PAY_ORDER, "/payments", "/nowhere"})
  void aQueryThatCannotBeReadIsTheCallersFault(String path) throws Exception {
    is(send(to(path + "?" + "a=1&".repeat(1001))), 400, "A0400");
    assertThat(sendRaw("GET " + path + "?payNo=%zz HTTP/1.1", ""))
        .startsWith("HTTP/1.1 400")
        .contains("{\"code\":\"A0400\",\"message\":\"请求无法理解\",\"data\":null}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "--", "en,-", "en;q=high"})
  void aLanguageThatCannotBeReadIsTheDefault(String language) throws Exception {
    HttpResponse<String> response = send(to(PAY_ORDER).header("Accept-Language", language));

    is(response, 404, "A0404");
    assertThat(response.body()).contains("支付单不存在");
  }

  /** Nobody of ours gets to see it: Tomcat answers, and tells nothing of itself. */
  @ParameterizedTest
  @CsvSource({
    "GET /payments/%2F HTTP/1.1, 400",
    "GET /payments/[x] HTTP/1.1, 400",
    "GET /payments/order/%00 HTTP/1.1, 400",
    "G@T /payments HTTP/1.1, 400",
    "'GET /payments HTTP/1.1\r\nExpect: x', 417",
    "GET /payments HTTP/3.0, 505",
    "'POST /payments HTTP/1.1\r\nTransfer-Encoding: nope', 501",
    "'POST /payments HTTP/1.1\r\nContent-Length: +5', 400"
  })
  void aRequestTooBrokenForAnyPathIsToldItsStatusAlone(String head, int status) throws Exception {
    assertThat(sendRaw(head, ""))
        .startsWith("HTTP/1.1 " + status)
        .contains("Content-Type: text/html")
        .containsPattern("<h1>[^<]*" + status + "[^<]*</h1></body></html>$");
  }

  @Test
  void aPathThatCanBeReadInTwoWaysIsToldSoInTheEnvelope() throws Exception {
    assertThat(sendRaw("GET /payments//x HTTP/1.1", ""))
        .startsWith("HTTP/1.1 400")
        .contains("Content-Type: application/json")
        .contains("{\"code\":\"A0400\",\"message\":\"请求无法理解\",\"data\":null}");
  }
}
