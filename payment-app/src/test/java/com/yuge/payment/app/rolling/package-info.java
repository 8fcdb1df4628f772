/** That a restart under load fails no request: real processes, real proxies. */
@NullMarked
package com.yuge.payment.app.rolling;

import org.jspecify.annotations.NullMarked;
