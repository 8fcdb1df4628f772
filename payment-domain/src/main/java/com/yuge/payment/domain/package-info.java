/** Creates the use cases of payments from their ports and settings. */
@NullMarked
package com.yuge.payment.domain;

import org.jspecify.annotations.NullMarked;
