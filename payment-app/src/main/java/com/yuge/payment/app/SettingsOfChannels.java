package com.yuge.payment.app;

import com.yuge.payment.out.channel.ChannelConfiguration;
import com.yuge.payment.out.channel.ChannelSettings;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** What each channel can be told, found by its entry, so that a new channel needs but that one. */
final class SettingsOfChannels {
  private SettingsOfChannels() {}

  static Stream<Class<? extends Record>> all() {
    Import channels = ChannelConfiguration.class.getAnnotation(Import.class);
    return Stream.of(Objects.requireNonNull(channels).value())
        .map(channel -> channel.getAnnotation(EnableConfigurationProperties.class))
        .filter(Objects::nonNull)
        .flatMap(settings -> Stream.of(settings.value()))
        .map(settings -> settings.asSubclass(Record.class));
  }

  /** Those that can be read. */
  static Stream<ChannelSettings> found(FoundSettings settings) {
    return all().flatMap(type -> settings.record(type).stream()).map(ChannelSettings.class::cast);
  }
}
