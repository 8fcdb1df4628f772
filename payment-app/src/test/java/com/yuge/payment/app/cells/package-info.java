/** Two cells, each with a service, a database and a broker, behind nginx that routes by slot. */
@NullMarked
package com.yuge.payment.app.cells;

import org.jspecify.annotations.NullMarked;
