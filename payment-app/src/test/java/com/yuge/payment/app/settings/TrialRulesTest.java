package com.yuge.payment.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TrialRulesTest {
  private static final Map<String, Object> ON_LOOPBACK =
      Map.of(
          "spring.datasource.url", "jdbc:mysql://127.0.0.1:3306/payment",
          "spring.datasource.username", "payment",
          "spring.datasource.password", "",
          "payment.callback-secret", "one",
          "payment.rocketmq.name-server", "127.0.0.1:9876",
          "payment.redis.uri", "redis://127.0.0.1:6379");

  /** A channel with a sandbox beside its official host. */
  private record Settings(boolean enabled, URI url) implements ChannelSettings {
    @Override
    public Set<String> officialHosts() {
      return Set.of("api.channel.example");
    }

    @Override
    public CallLimits limits() {
      throw new UnsupportedOperationException("nobody calls it");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true, https://api.channel.example/v3, 1",
    "true, https://API.Channel.Example, 1",
    "true, https://sandbox.channel.example, 0",
    "false, https://api.channel.example, 0"
  })
  void aTrialIsRefusedBesideAHostWhereRealMoneyMoves(boolean enabled, URI url, int broken) {
    assertThat(TrialRules.broken(List.of(new Settings(enabled, url))))
        .hasSize(broken)
        .allMatch(line -> line.startsWith("payment.trial must be false"))
        .allMatch(line -> line.endsWith("where real money moves"));
  }

  @Test
  void aTrialIsTheStartsOneWarning(CapturedOutput output) {
    CheckedSettings.of(ON_LOOPBACK).pass();
    assertThat(output).doesNotContain("TRIAL");

    Map<String, Object> settings = new HashMap<>(ON_LOOPBACK);
    settings.put("payment.trial", "true");
    CheckedSettings.of(settings).pass();

    assertThat(output).containsOnlyOnce("TRIAL");
  }
}
