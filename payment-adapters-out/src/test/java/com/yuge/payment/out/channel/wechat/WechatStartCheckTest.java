package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.out.channel.wechat.FakeWechatDesk.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechat.pay.java.core.cipher.RSASigner;
import com.yuge.payment.channelfakes.wechat.WechatFaults;
import com.yuge.payment.channelfakes.wechat.WechatFaults.OfAnswer;
import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.wechat.ScriptedWechat.Signing;
import com.yuge.payment.out.channel.wechat.ScriptedWechat.Told;
import com.yuge.payment.out.channel.wechat.StartupCheckResult.Kind;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WechatStartCheckTest {
  @TempDir private static Path folder;

  private final FakeWechatDesk desk = FakeWechatDesk.in(folder);

  @AfterEach
  void end() {
    desk.close();
  }

  @Test
  void aSignedAnswerThatThereIsNoSuchTradeMeansThatAllIsWell() {
    assertThat(ask(desk.account()))
        .isEqualTo(new StartupCheckResult(Kind.RIGHT, "keys and clocks agree"));
    assertThatCode(() -> check(desk.account())).doesNotThrowAnyException();
  }

  @Test
  void aMerchantsKeyThatWechatPayDoesNotKnowEndsTheStart() {
    WechatKeys right = desk.account().keys();
    WechatAccount wrong =
        new WechatAccount(
            KEYS.mchId(),
            KEYS.appId(),
            new WechatKeys(
                new RSASigner(KEYS.merchantSerial(), WechatBench.STRANGER.getPrivate()),
                right.publicKeyId(),
                right.publicKey(),
                right.cipher()));

    assertThatThrownBy(() -> check(wrong))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not accept our signature (SIGN_ERROR)")
        .hasMessageContaining("private-key-file, merchant-serial and mch-id");
  }

  @Test
  void anotherPublicKeyEndsTheStart() {
    WechatKeys right = desk.account().keys();
    WechatAccount wrong =
        new WechatAccount(
            KEYS.mchId(),
            KEYS.appId(),
            new WechatKeys(
                right.signer(),
                right.publicKeyId(),
                WechatBench.STRANGER.getPublic(),
                right.cipher()));

    assertThatThrownBy(() -> check(wrong))
        .hasMessageContaining("with a wrong signature: public-key-id and public-key-file");
  }

  @Test
  void anotherKeyIdEndsTheStart() {
    WechatKeys right = desk.account().keys();
    WechatAccount wrong =
        new WechatAccount(
            KEYS.mchId(),
            KEYS.appId(),
            new WechatKeys(right.signer(), "PUB_KEY_ID_9", right.publicKey(), right.cipher()));

    assertThatThrownBy(() -> check(wrong))
        .hasMessageContaining("signed with another key than payment.wechat.public-key-id");
  }

  @ParameterizedTest
  @CsvSource({"-301", "-3600", "301", "3600"})
  void aClockThatIsWrongEndsTheStart(int seconds) {
    Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
    StartupProbe question = new StartupProbe(http(), desk.url(), wrong);

    assertThat(question.ask(desk.account()))
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.WRONG);
              assertThat(finding.text()).contains("clock");
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP", "ERROR", "SYSTEM_ERROR", "FREQUENCY_LIMITED"})
  void anOutageEndsNoStart(OfAnswer fault) {
    desk.control().spoil(WechatFaults.ofAnswers(fault));

    assertThat(ask(desk.account()).kind()).isEqualTo(Kind.UNKNOWN);
    assertThatCode(() -> check(desk.account())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "404, ORDER_NOT_EXIST, SIGNED, RIGHT",
    "404, ORDER_NOT_EXIST, AS_A_PROBE, UNKNOWN",
    "404, ORDER_NOT_EXIST, UNSIGNED, WRONG",
    "404, ORDER_NOT_EXIST, BY_A_STRANGER, WRONG",
    "404, ORDER_NOT_EXIST, WITH_ANOTHER_SERIAL, WRONG",
    "404, ORDER_NOT_EXIST, TOO_LATE, WRONG",
    "404, ORDER_NOT_EXIST, TOO_EARLY, WRONG",
    "401, SIGN_ERROR, SIGNED, WRONG",
    "401, SIGN_ERROR, UNSIGNED, WRONG",
    "403, NO_AUTH, SIGNED, WRONG",
    "400, MCH_NOT_EXISTS, SIGNED, WRONG",
    "429, FREQUENCY_LIMITED, SIGNED, UNKNOWN",
    "500, SYSTEM_ERROR, SIGNED, UNKNOWN",
    "502, BAD_GATEWAY, UNSIGNED, UNKNOWN",
    "200, PAGE, UNSIGNED, WRONG"
  })
  void eachAnswerIsToldPlainly(int status, String code, Signing signing, Kind kind) {
    try (ScriptedWechat wechat = new ScriptedWechat(Told.error(status, code).but(signing))) {
      StartupProbe question = new StartupProbe(http(), wechat.url(), Clock.systemUTC());

      assertThat(question.ask(WechatBench.ACCOUNT).kind()).isEqualTo(kind);
      assertThat(wechat.asked()).isEqualTo(1);
    }
  }

  @Test
  void aFormerAccountEndsNoStart() {
    WechatAccount former = WechatBench.ACCOUNT;
    WechatAccounts accounts = new WechatAccounts(desk.account(), List.of(former));
    WechatStartCheck check = new WechatStartCheck(accounts, question(desk.url()));

    assertThatCode(check::afterSingletonsInstantiated).doesNotThrowAnyException();
  }

  private StartupCheckResult ask(WechatAccount account) {
    return question(desk.url()).ask(account);
  }

  private void check(WechatAccount account) {
    new WechatStartCheck(new WechatAccounts(account, List.of()), question(desk.url()))
        .afterSingletonsInstantiated();
  }

  private static StartupProbe question(URI url) {
    return new StartupProbe(http(), url, Clock.systemUTC());
  }

  private static ChannelHttp http() {
    return new ChannelHttp(
        new CallLimits(FakeWechatDesk.LONG, FakeWechatDesk.LONG, FakeWechatDesk.LONG),
        ObservationRegistry.NOOP);
  }
}
