/** Shared HTTP code: the envelope, errors, strict parsing, languages. */
@NullMarked
package com.yuge.payment.in.web;

import org.jspecify.annotations.NullMarked;
