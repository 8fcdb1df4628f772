package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A callback on the wire. Its signed text is joined without separators, as the channel's is, and
 * stands for its own hash.
 */
public record Message(
    String status,
    String nonce,
    String payNo,
    String timestamp,
    TradeNo tradeNo,
    @Nullable Money amount,
    String signature) {
  private static final String SECRET = "secret";
  private static final Pattern STATUS = Pattern.compile("SUCCESS|FAILED");
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{6,64}");
  private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{13}");

  /** The same, signed by the channel. */
  public Message signed() {
    return signed(SECRET);
  }

  boolean isSigned() {
    return signature.equals(signatureUnder(SECRET));
  }

  Message signed(String secret) {
    return new Message(status, nonce, payNo, timestamp, tradeNo, amount, signatureUnder(secret));
  }

  private String signatureUnder(String secret) {
    return status + nonce + payNo + timestamp + secret;
  }

  boolean keepsTheGrammar() {
    return STATUS.matcher(status).matches()
        && NONCE.matcher(nonce).matches()
        && namesAnOrder()
        && TIMESTAMP.matcher(timestamp).matches();
  }

  boolean namesAnOrder() {
    return PayNo.GRAMMAR.accepts(payNo);
  }

  /** What the log keeps of it. */
  public String payload() {
    return status + " " + tradeNo + " " + payNo + " " + timestamp + " " + nonce;
  }

  VerifiedCallback verified() {
    byte[] identity = (payNo + timestamp + nonce).getBytes(StandardCharsets.UTF_8);
    String id = UUID.nameUUIDFromBytes(identity).toString().replace("-", "");
    ChannelResult result =
        new ChannelResult(new PayNo(payNo), Status.valueOf(status), tradeNo, amount, null);
    return new VerifiedCallback(new CallbackId(id), TestChannels.MOCK, result, payload());
  }
}
