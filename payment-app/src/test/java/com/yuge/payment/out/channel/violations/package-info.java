/**
 * What adapters of this side must not do: each class breaks a rule, to show that the rule sees it.
 */
@NullMarked
package com.yuge.payment.out.channel.violations;

import org.jspecify.annotations.NullMarked;
