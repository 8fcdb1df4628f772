package com.yuge.payment.out.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  // Such a clock may begin anywhere and run over.
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - PAUSE.toNanos() / 2);
  private final Admission admission = new Admission(PAUSE, now::get);

  @Test
  void allMayAskUntilOneFails() {
    assertThat(admission.admits()).isTrue();
    assertThat(admission.admits()).isTrue();

    admission.failed();

    assertThat(admission.admits()).isFalse();
  }

  @Test
  void afterAPauseOneMayTry() {
    admission.failed();
    passes(PAUSE);

    assertThat(admission.admits()).isTrue();
    assertThat(admission.admits()).isFalse();
  }

  @Test
  void whoTriedAndNeverToldIsFollowedByAnother() {
    admission.failed();
    passes(PAUSE);
    assertThat(admission.admits()).isTrue();

    passes(PAUSE);

    assertThat(admission.admits()).isTrue();
  }

  @Test
  void anAnswerAdmitsAllAgain() {
    admission.failed();
    passes(PAUSE);
    assertThat(admission.admits()).isTrue();

    admission.answered();

    assertThat(admission.admits()).isTrue();
    assertThat(admission.admits()).isTrue();
  }

  private void passes(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
