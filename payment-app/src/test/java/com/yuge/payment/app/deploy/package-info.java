/** The files for Kubernetes, checked without a cluster. */
@NullMarked
package com.yuge.payment.app.deploy;

import org.jspecify.annotations.NullMarked;
