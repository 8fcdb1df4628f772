package com.yuge.payment.app.settings;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for the start.
 *
 * @param databaseWait how long the start waits for a database that does not answer
 */
@Validated
@ConfigurationProperties("payment.start")
public record StartProperties(
    @Name("wait")
        @DefaultValue("60s")
        @DurationMin(millis = 100, message = RULE)
        @DurationMax(hours = 1, message = RULE)
        Duration databaseWait) {
  /** Contains the key, because a report names the component, which cannot be called wait. */
  private static final String RULE = "payment.start.wait must be 100ms to 1h";
}
