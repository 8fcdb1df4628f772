/** Access control: Spring Security identifies clients by their keys. */
@NullMarked
package com.yuge.payment.in.security;

import org.jspecify.annotations.NullMarked;
