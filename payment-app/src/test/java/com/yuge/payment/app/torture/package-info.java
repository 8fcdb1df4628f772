/** Random faults in all parts at once, and the comparison of all books afterwards. */
@NullMarked
package com.yuge.payment.app.torture;

import org.jspecify.annotations.NullMarked;
