/** The whole service on real servers, asked over HTTP. */
@NullMarked
package com.yuge.payment.app.e2e;

import org.jspecify.annotations.NullMarked;
