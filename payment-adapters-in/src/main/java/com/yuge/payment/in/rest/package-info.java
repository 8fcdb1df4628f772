/** Pay orders over HTTP: create, open and read. */
@NullMarked
package com.yuge.payment.in.rest;

import org.jspecify.annotations.NullMarked;
