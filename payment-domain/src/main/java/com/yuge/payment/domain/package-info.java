/** How the use cases of payments are made of their ports and settings. */
@NullMarked
package com.yuge.payment.domain;

import org.jspecify.annotations.NullMarked;
