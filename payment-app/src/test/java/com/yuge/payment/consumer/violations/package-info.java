/** What test support must not do: the class breaks a rule, to show that the rule sees it. */
@NullMarked
package com.yuge.payment.consumer.violations;

import org.jspecify.annotations.NullMarked;
