/** WeChat Pay, API version 3, with WeChat Pay's own SDK over this service's HTTP client. */
@NullMarked
package com.yuge.payment.out.channel.wechat;

import org.jspecify.annotations.NullMarked;
