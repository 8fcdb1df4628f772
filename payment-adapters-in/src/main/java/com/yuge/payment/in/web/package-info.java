/** What every HTTP answer shares: the envelope, the failures, strict reading, languages. */
@NullMarked
package com.yuge.payment.in.web;

import org.jspecify.annotations.NullMarked;
