/**
 * A fake of WeChat Pay's API v3: an HTTP service with books of its own that verifies every request
 * and signs every answer and notification.
 */
@NullMarked
package com.yuge.payment.channelfakes.wechat;

import org.jspecify.annotations.NullMarked;
