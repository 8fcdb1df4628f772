/** The stores on MySQL or MariaDB: plain SQL, guarded writes, row counts checked. */
@NullMarked
package com.yuge.payment.out.jdbc;

import org.jspecify.annotations.NullMarked;
