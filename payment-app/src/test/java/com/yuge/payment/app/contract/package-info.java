/** Compares the OpenAPI document with the whole service: its paths, its roles, its answers. */
@NullMarked
package com.yuge.payment.app.contract;

import org.jspecify.annotations.NullMarked;
