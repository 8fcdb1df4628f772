package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.out.channel.ChannelCallException;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.ChannelRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** The MOCK channel's refunds over HTTP; only an answer that it signed for this call counts. */
final class MockRefunds implements RefundGateway {
  private final ChannelHttp http;
  private final Settings settings;
  private final HmacSignatures answers;
  private final Supplier<String> nonces;
  private final MockRequests requests;

  /**
   * Where the channel is, and where it sends its callbacks.
   *
   * @param spacing the shortest time between two requests for refunds of one order
   */
  record Settings(URI url, Supplier<URI> notifyUrl, Duration spacing) {}

  MockRefunds(
      ChannelHttp http, Settings settings, HmacSignatures answers, Supplier<String> nonces) {
    this.http = http;
    this.settings = settings;
    this.answers = answers;
    this.nonces = nonces;
    this.requests = new MockRequests(settings.url());
  }

  @Override
  public PayChannel channel() {
    return MockChannel.NAME;
  }

  @Override
  public Duration spacing() {
    return settings.spacing();
  }

  @Override
  public RefundAnswer refund(RefundRequest request) {
    return ask(request, requests.post(wanted(request), "/trades/{payNo}/refunds", request.payNo()));
  }

  @Override
  public RefundAnswer queryRefund(RefundRequest request) {
    return ask(
        request,
        requests.get("/trades/{payNo}/refunds/{refundNo}", request.payNo(), request.refundNo()));
  }

  private Map<String, String> wanted(RefundRequest request) {
    return Map.of(
        "refundNo", request.refundNo().value(),
        "tradeNo", request.tradeNo().value(),
        "amount", request.amount().amount().toPlainString(),
        "tradeAmount", request.tradeAmount().amount().toPlainString(),
        "currency", request.amount().currency().getCurrencyCode(),
        "reason", request.reason().value(),
        "notifyUrl", settings.notifyUrl().get().toString());
  }

  private RefundAnswer ask(RefundRequest request, ChannelRequest call) {
    String nonce = nonces.get();
    try {
      call.http().header(MockRequests.NONCE, nonce);
      byte[] body = http.call(call);
      return MockRefundAnswer.read(body, request, nonce).verified(answers);
    } catch (ChannelCallException e) {
      return new RefundAnswer.Unknown(e.reason());
    }
  }
}
