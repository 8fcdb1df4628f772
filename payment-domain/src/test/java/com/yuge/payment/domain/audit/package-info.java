@NullMarked
package com.yuge.payment.domain.audit;

import org.jspecify.annotations.NullMarked;
