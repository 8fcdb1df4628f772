/** What the outbox must not do: each class breaks a rule, to show that the rule sees it. */
@NullMarked
package com.yuge.payment.domain.outbox.violations;

import org.jspecify.annotations.NullMarked;
