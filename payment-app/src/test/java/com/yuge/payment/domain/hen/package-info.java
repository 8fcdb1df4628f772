/** One half of a cycle, to show that the rule sees it. */
@NullMarked
package com.yuge.payment.domain.hen;

import org.jspecify.annotations.NullMarked;
