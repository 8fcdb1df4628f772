/** What the relay must not do: each class breaks a rule, to show that the rule sees it. */
@NullMarked
package com.yuge.payment.domain.outbox.relay.violations;

import org.jspecify.annotations.NullMarked;
