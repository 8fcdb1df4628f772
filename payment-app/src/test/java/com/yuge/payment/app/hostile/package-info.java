/** Requests that nobody well-meaning sends, as bytes over sockets to the whole service. */
@NullMarked
package com.yuge.payment.app.hostile;

import org.jspecify.annotations.NullMarked;
