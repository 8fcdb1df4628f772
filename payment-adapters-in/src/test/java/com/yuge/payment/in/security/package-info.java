/** Who may call what. */
@NullMarked
package com.yuge.payment.in.security;

import org.jspecify.annotations.NullMarked;
