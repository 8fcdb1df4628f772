/** Compares what the service answers with the OpenAPI document that it publishes. */
@NullMarked
package com.yuge.payment.in.contract;

import org.jspecify.annotations.NullMarked;
