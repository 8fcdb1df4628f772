package com.yuge.payment.out.channel.testbank;

import com.yuge.payment.domain.callback.Acknowledgement;
import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.CallbackReading.RefusalReason;
import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.domain.callback.CallbackReading.Verified;
import com.yuge.payment.domain.callback.RawCallback;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form with a signature in a header; the bank reads nothing but one word. */
final class TestBankCallbackReader implements CallbackReader {
  static final String SIGNATURE = "Testbank-Signature";
  private static final Pattern FORM =
      Pattern.compile("id=([0-9a-f]{32})&order=(\\w+)&trade=(\\w+)&paid=([0-9]+\\.[0-9]{2})");
  private static final Grammar BODY = Grammar.of("body", "testbank-form", FORM.pattern());

  private final TestBankSignature signature;

  TestBankCallbackReader(TestBankSignature signature) {
    this.signature = signature;
  }

  @Override
  public PayChannel channel() {
    return TestBank.NAME;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("payments");
  }

  @Override
  public CallbackReading read(RawCallback raw) {
    if (!raw.header(SIGNATURE).filter(given -> signature.isOf(raw.body(), given)).isPresent()) {
      return Refused.because(RefusalReason.BAD_SIGNATURE, CallbackClaim.NONE);
    }
    String body = new String(raw.body(), StandardCharsets.UTF_8);
    try {
      return new Verified(callback(body));
    } catch (InvalidValue invalid) {
      return Refused.malformed(invalid, CallbackClaim.NONE);
    }
  }

  private static VerifiedCallback callback(String body) {
    Matcher form = FORM.matcher(BODY.require(body));
    if (!form.matches()) {
      throw new IllegalStateException("the grammar is the pattern");
    }
    ChannelResult result =
        new ChannelResult(
            new PayNo(form.group(2)),
            Status.SUCCESS,
            new TradeNo(form.group(3)),
            Money.cny(new BigDecimal(form.group(4))),
            null);
    return new VerifiedCallback(new CallbackId(form.group(1)), TestBank.NAME, result, body);
  }

  @Override
  public Acknowledgement accepted() {
    return new Acknowledgement(200, "text/plain;charset=UTF-8", "success");
  }

  @Override
  public Acknowledgement refused(int status) {
    return new Acknowledgement(status, "text/plain;charset=UTF-8", "fail");
  }
}
