package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.fakes.InMemoryStore;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** No callback leaves without a trace, however broken its body. */
class RealServerCallbackTest extends RealServer {
  private static final String PATH = "/payments/mock-callback";

  @Autowired private InMemoryStore store;

  private void isKept(String reason, String payload) {
    List<CallbackRecord> lines = store.callbacks();
    CallbackRecord last = lines.get(lines.size() - 1);
    assertThat(last.reason()).isEqualTo(reason);
    assertThat(last.payload()).startsWith(payload);
    assertThat(last.signatureValid()).isFalse();
  }

  @Test
  void aCallbackThatIsTooLargeIsKept() throws Exception {
    String body = "x".repeat(TOO_LONG.length());

    is(post(PATH, BodyPublishers.ofString(body)), 413, "A0413");
    isKept("TOO_LARGE", "");
    is(post(PATH, chunked("y" + body)), 413, "A0413");
    isKept("TOO_LARGE", "y" + "x".repeat(16 * 1024 - 1));
  }

  @Test
  void aCallbackOfAnotherTypeIsKeptAsItCame() throws Exception {
    for (String type : new String[] {"application/x-www-form-urlencoded", "multipart/form-data"}) {
      is(send("POST", PATH, type, chunked("payNo=" + type)), 415, "A0415");
      isKept("NOT_JSON", "payNo=" + type);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GBK", "utf-16", "nonsense", "\""})
  void aCallbackInAnotherCharsetIsKeptAsItCame(String charset) throws Exception {
    String type = "application/json; charset=" + charset;

    is(send("POST", PATH, type, chunked("{\"in\":\"" + charset)), 415, "A0415");

    isKept("NOT_JSON", "{\"in\":\"" + charset);
  }

  @Test
  void ofAnotherCharsetTheBytesThatAreNotUtf8AreKeptReplaced() throws Exception {
    byte[] body = "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1);
    String type = "application/json; charset=ISO-8859-1";

    is(send("POST", PATH, type, BodyPublishers.ofByteArray(body)), 415, "A0415");

    isKept("NOT_JSON", "{\"\uFFFD\":1}");
  }

  @Test
  void inAnotherCharsetACallbackIsBoundToo() throws Exception {
    String type = "application/json; charset=GBK";

    is(send("POST", PATH, type, chunked("y" + TOO_LONG)), 413, "A0413");

    isKept("TOO_LARGE", "y ");
  }

  /** Else the server would take the callback for one of the scheme without headers. */
  @Test
  void theServerTellsAnEmptyHeaderFromNone() throws Exception {
    String md5 =
        """
        {"payNo":"PAY20240101123000123000000000099","callbackStatus":"SUCCESS",\
        "channelTradeNo":"MOCK_1","timestamp":"1704067200000","nonce":"abc123"}""";
    HttpRequest.Builder callback =
        to(PATH).header("Content-Type", "application/json").POST(BodyPublishers.ofString(md5));

    is(send(callback.copy()), 401, "A0340");
    is(send(callback.header("X-Payment-Signature-Version", "")), 400, "A0400");
  }

  @Test
  void whatCameOfACallbackThatBreaksOffIsKept() throws Exception {
    String head =
        "POST "
            + PATH
            + " HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked";

    String response = sendRaw(head, "3\r\nabc\r\nnonsense\r\n");

    assertThat(response).startsWith("HTTP/1.1 400").contains("{\"code\":\"A0400\"");
    isKept("UNREADABLE", "abc");
  }
}
