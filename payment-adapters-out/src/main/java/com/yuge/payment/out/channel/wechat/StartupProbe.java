package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.out.channel.ChannelCallException;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.ChannelRequest;
import com.yuge.payment.out.channel.ClockSkew;
import com.yuge.payment.out.channel.HttpAnswer;
import com.yuge.payment.out.channel.ReplayWindow;
import com.yuge.payment.out.channel.wechat.StartupCheckResult.Kind;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Asks WeChat Pay for a trade that cannot exist, and explains the answer. */
record StartupProbe(ChannelHttp http, URI url, Clock clock) {
  private static final String PATH = "/v3/pay/transactions/out-trade-no/";

  /** Our own numbers begin with PAY. */
  private static final String NO_TRADE = "CHECK-ON-START";

  StartupCheckResult ask(WechatAccount account) {
    HttpAnswer answer;
    try {
      answer = http.exchange(new ChannelRequest(PATH + "{out_trade_no}", request(account)));
    } catch (ChannelCallException e) {
      return new StartupCheckResult(Kind.UNKNOWN, "it could not be asked: " + e.getMessage());
    }
    Optional<Duration> skew = ClockSkew.of(answer, clock, WechatClients.MOST_SKEW);
    if (skew.isPresent()) {
      return new StartupCheckResult(
          Kind.WRONG, "our clock differs from its clock by " + skew.get().toSeconds() + " s");
    }
    ReplayWindow window = new ReplayWindow(WechatClients.MOST_SKEW, clock);
    return StartupCheckResult.of(
        answer, new AnswerVerifier(account.keys(), window).inspect(answer));
  }

  private HttpRequest.Builder request(WechatAccount account) {
    URI asked = url.resolve(PATH + NO_TRADE + "?mchid=" + account.mchId());
    return HttpRequest.newBuilder(asked)
        .header("Authorization", account.credential().getAuthorization(asked, "GET", ""))
        .header("Accept", "application/json")
        .header("Wechatpay-Serial", account.keys().publicKeyId());
  }
}
