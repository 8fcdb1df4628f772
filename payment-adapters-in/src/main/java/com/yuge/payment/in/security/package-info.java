/** Who may call what: clients by their keys, by Spring Security. */
@NullMarked
package com.yuge.payment.in.security;

import org.jspecify.annotations.NullMarked;
