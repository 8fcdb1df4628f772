/** Tests of the package. */
@NullMarked
package com.yuge.payment.in.web;

import org.jspecify.annotations.NullMarked;
