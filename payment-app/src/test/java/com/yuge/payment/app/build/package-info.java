/** Rules of the build that Maven's own plugins do not know. */
@NullMarked
package com.yuge.payment.app.build;

import org.jspecify.annotations.NullMarked;
