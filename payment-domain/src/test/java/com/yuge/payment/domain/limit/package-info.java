@NullMarked
package com.yuge.payment.domain.limit;

import org.jspecify.annotations.NullMarked;
