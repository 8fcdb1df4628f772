/** Tests of the package. */
@NullMarked
package com.yuge.payment.in.rest;

import org.jspecify.annotations.NullMarked;
