/** Pay orders over HTTP: created, opened, read. */
@NullMarked
package com.yuge.payment.in.rest;

import org.jspecify.annotations.NullMarked;
